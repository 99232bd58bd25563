package org.trustedtrader.assessment.review;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import org.trustedtrader.assessment.criteria.EvidenceKind;
import org.trustedtrader.assessment.profile.EvidenceFile;
import org.trustedtrader.assessment.profile.EvidenceRules;
import org.trustedtrader.assessment.profile.EvidenceStore;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;

/** Stores a file, then lets the assessment refer to it. */
public final class AttachEvidence {

    private final Assessments assessments;
    private final EvidenceStore store;
    private final EvidenceRules limits;
    private final Clock clock;

    public AttachEvidence(Assessments assessments, EvidenceStore store, EvidenceRules limits, Clock clock) {
        this.assessments = assessments;
        this.store = store;
        this.limits = limits;
        this.clock = clock;
    }

    /** A file as it was sent, before anything is known of it. */
    public record SentFile(
            String criterion,
            EvidenceKind kind,
            String fileName,
            String contentType,
            Optional<LocalDate> expiresOn,
            byte[] bytes) {}

    /** The file's place in the folder after attaching, with the assessment that it is in. */
    public record Attached(Assessment assessment, EvidenceFile file) {}

    /** A command sent again finds its first file; the bytes that came with the repetition are discarded. */
    public Attached attach(String assessmentId, SentFile sent, Command command) {
        assessments.visible(assessmentId, command.actor());
        limits.check(sent.contentType(), sent.bytes());
        EvidenceFile described = describe(command.newId("evidence"), store.newContent(), sent);
        store.store(described.content(), sent.bytes());
        Assessment assessment = change(assessmentId, command, described);
        EvidenceFile file = assessment.evidence().find(described.id()).orElseThrow();
        if (file.content().equals(described.content())) {
            store.keep(file.content());
        } else {
            store.discard(described.content());
        }
        return new Attached(assessment, file);
    }

    private Assessment change(String assessmentId, Command command, EvidenceFile file) {
        try {
            return assessments.change(
                    assessmentId, command, assessment -> assessment.attach(file, command.actor(), clock.instant()));
        } catch (Refusal refused) {
            store.discard(file.content());
            throw refused;
        }
    }

    private EvidenceFile describe(String fileId, String content, SentFile sent) {
        if (sent.expiresOn()
                .filter(AssessmentRules.day(clock.instant())::isAfter)
                .isPresent()) {
            throw new Refusal.InvalidInput("expiresOn", "The document has expired.");
        }
        return new EvidenceFile(
                fileId,
                content,
                sent.criterion(),
                sent.kind(),
                sent.fileName(),
                1,
                sent.contentType(),
                sent.bytes().length,
                sha256(sent.bytes()),
                sent.expiresOn(),
                clock.instant());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
