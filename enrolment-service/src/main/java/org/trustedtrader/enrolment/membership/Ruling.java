package org.trustedtrader.enrolment.membership;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * An officer's reasons for a change of a membership.
 *
 * @param note        for the member to read; no personal data
 * @param legalBasis  such as a section of an act
 * @param effectiveAt from when it counts (UTC); null means from the moment it is recorded
 */
public record Ruling(
        ReasonCode reasonCode,
        String note,
        String legalBasis,
        @Nullable Instant effectiveAt) {

    public Ruling {
        if (note.length() > 1000) {
            throw new Refusal.InvalidInput("note", "A note has at most 1000 characters.");
        }
        if (legalBasis.isBlank() || legalBasis.length() > 200) {
            throw new Refusal.InvalidInput("legalBasis", "Give the legal basis in up to 200 characters.");
        }
    }

    void mustBeOneOf(Set<ReasonCode> codes) {
        if (!codes.contains(reasonCode)) {
            var possible = codes.stream().map(ReasonCode::name).sorted().collect(Collectors.joining(", "));
            throw new Refusal.InvalidInput("reasonCode", "Possible reasons here are " + possible + ".");
        }
    }

    String reason() {
        return note.isBlank() ? reasonCode.name() : reasonCode + ": " + note;
    }

    /** A ruling may count from the past, but neither from before the change before it nor from the future. */
    Instant effectiveBetween(Instant earliest, Instant now) {
        if (effectiveAt == null) {
            return now;
        }
        if (effectiveAt.isAfter(now) || effectiveAt.isBefore(earliest)) {
            throw new Refusal.InvalidInput(
                    "effectiveAt", "The effective time lies between " + earliest + " and now, " + now + ".");
        }
        return effectiveAt;
    }
}
