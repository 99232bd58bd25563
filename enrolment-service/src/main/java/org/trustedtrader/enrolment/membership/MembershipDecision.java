package org.trustedtrader.enrolment.membership;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * An officer's reasons for a change of a membership.
 *
 * @param note        for the member to read; no personal data
 * @param legalBasis  such as a section of an act
 * @param effectiveAt from when it counts (UTC); null means from the moment it is recorded
 */
public record MembershipDecision(
        ReasonCode reasonCode,
        String note,
        String legalBasis,
        @Nullable Instant effectiveAt) {

    public MembershipDecision {
        if (note.length() > 1000) {
            throw new Refusal.InvalidInput("note", Message.of("enrolment.decision.note", 1000));
        }
        if (legalBasis.isBlank() || legalBasis.length() > 200) {
            throw new Refusal.InvalidInput("legalBasis", Message.of("enrolment.decision.legal-basis", 200));
        }
    }

    void mustBeOneOf(Set<ReasonCode> codes) {
        if (!codes.contains(reasonCode)) {
            throw new Refusal.InvalidInput(
                    "reasonCode",
                    Message.of(
                            "enrolment.decision.reason-code",
                            codes.stream().sorted().toList()));
        }
    }

    String reason() {
        return note.isBlank() ? reasonCode.name() : reasonCode + ": " + note;
    }

    /** A decision may count from the past, but neither from before the change before it nor from the future. */
    Instant effectiveBetween(Instant earliest, Instant now) {
        if (effectiveAt == null) {
            return now;
        }
        if (effectiveAt.isAfter(now) || effectiveAt.isBefore(earliest)) {
            throw new Refusal.InvalidInput("effectiveAt", Message.of("enrolment.decision.effective-at", earliest, now));
        }
        return effectiveAt;
    }
}
