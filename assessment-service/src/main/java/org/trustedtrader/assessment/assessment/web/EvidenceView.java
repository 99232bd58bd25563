package org.trustedtrader.assessment.assessment.web;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.assessment.assessment.EvidenceFile;
import org.trustedtrader.assessment.criteria.EvidenceKind;

/** An evidence file without its bytes; size in bytes. */
record EvidenceView(
        String fileId,
        String criterion,
        EvidenceKind kind,
        String fileName,
        int fileVersion,
        String contentType,
        long size,
        String sha256,
        @Nullable LocalDate expiresOn,
        Instant attachedAt) {

    static EvidenceView of(EvidenceFile file) {
        return new EvidenceView(
                file.id(),
                file.criterion(),
                file.kind(),
                file.fileName(),
                file.fileVersion(),
                file.contentType(),
                file.size(),
                file.sha256(),
                file.expiresOn().orElse(null),
                file.attachedAt());
    }
}
