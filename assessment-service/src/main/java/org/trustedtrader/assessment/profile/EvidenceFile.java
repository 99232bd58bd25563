package org.trustedtrader.assessment.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.trustedtrader.assessment.criteria.EvidenceKind;
import org.trustedtrader.assessment.criteria.EvidenceRequirement;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * A document or photograph that belongs to an answer. Its bytes are stored before this refers to them, and are never
 * overwritten: the same file name for the same criterion is the next version.
 *
 * @param content     where the bytes are
 * @param fileVersion 1 for the first of that name
 * @param size        in bytes
 * @param sha256      of the bytes, hexadecimal
 * @param expiresOn   the last day on which it counts, if the document itself says so
 */
public record EvidenceFile(
        String id,
        String content,
        String criterion,
        EvidenceKind kind,
        String fileName,
        int fileVersion,
        String contentType,
        long size,
        String sha256,
        Optional<LocalDate> expiresOn,
        Instant attachedAt) {

    private static final int LONGEST_NAME = 120;

    public EvidenceFile {
        if (fileName.isBlank()
                || fileName.length() > LONGEST_NAME
                || !fileName.matches("[^\\p{Cntrl}/\\\\:\"<>|?*]+")) {
            throw new Refusal.InvalidInput(
                    "fileName",
                    "A file name has 1 to " + LONGEST_NAME + " characters and none of / \\ : \" < > | ? *.");
        }
    }

    EvidenceFile numbered(int newFileVersion) {
        return new EvidenceFile(
                id,
                content,
                criterion,
                kind,
                fileName,
                newFileVersion,
                contentType,
                size,
                sha256,
                expiresOn,
                attachedAt);
    }

    /** Whether it still counts on that day. */
    public boolean countsOn(LocalDate day, EvidenceRequirement wanted) {
        if (expiresOn.isPresent()) {
            return !day.isAfter(expiresOn.get());
        }
        LocalDate attachedOn = LocalDate.ofInstant(attachedAt, ZoneOffset.UTC);
        return wanted.validForDays().isEmpty()
                || !day.isAfter(attachedOn.plusDays(wanted.validForDays().getAsInt()));
    }
}
