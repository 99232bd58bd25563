package org.trustedtrader.assessment.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.trustedtrader.assessment.criteria.EvidenceKind;
import org.trustedtrader.assessment.criteria.EvidenceRequirement;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.criteria.ScopedCriterion;

/**
 * A document or photograph that belongs to an answer. Its bytes are stored before this refers to them, and are never
 * overwritten: the same file name for the same criterion is the next version.
 *
 * @param content     where the bytes are
 * @param fileName    checked when the file came ({@link EvidenceRules}); an older one may break today's rules
 * @param fileVersion 1 for the first of that name
 * @param size        in bytes
 * @param sha256      of the bytes, hexadecimal
 * @param expiresOn   the last day on which it counts, if the document itself says so; it lasts to its midnight where the
 *                    company is
 * @param scope       whose answer it belongs to
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
        Instant attachedAt,
        Scope scope) {

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
                attachedAt,
                scope);
    }

    public ScopedCriterion about() {
        return new ScopedCriterion(scope, criterion);
    }

    boolean isAnotherVersionOf(EvidenceFile other) {
        return about().equals(other.about()) && FileName.composed(fileName).equals(FileName.composed(other.fileName));
    }

    /** Whether it still counts then. */
    boolean counts(Moment now, EvidenceRequirement requirement) {
        return lastDay(now, requirement).filter(now.day()::isAfter).isEmpty();
    }

    /** The last day on which it counts; empty if it counts without end. */
    Optional<LocalDate> lastDay(Moment now, EvidenceRequirement requirement) {
        var validFor = requirement.validForDays();
        return expiresOn.isPresent() || validFor.isEmpty()
                ? expiresOn
                : Optional.of(now.dayOf(attachedAt).plusDays(validFor.getAsInt()));
    }
}
