package org.trustedtrader.enrolment.membership.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.membership.ReasonCode;
import org.trustedtrader.enrolment.membership.Ruling;

/** The bodies of commands on a membership. */
final class Requests {

    private static final String NOTE_TOO_LONG = "A note has at most 1000 characters.";
    private static final String BASIS_TOO_LONG = "A legal basis has at most 200 characters.";

    private Requests() {}

    /** @param effectiveAt from when it counts (UTC), in the past; left out it counts from now */
    record RulingRequest(
            @NotNull(message = "Give a reason code.") ReasonCode reasonCode,

            @Nullable @Size(max = 1000, message = NOTE_TOO_LONG)
            String note,

            @NotBlank(message = "Give the legal basis.") @Size(max = 200, message = BASIS_TOO_LONG)
            String legalBasis,

            @Nullable Instant effectiveAt) {

        Ruling toRuling() {
            return new Ruling(reasonCode, note == null ? "" : note.strip(), legalBasis.strip(), effectiveAt);
        }
    }

    /** A step whose reason code follows from the step itself. */
    record StepRequest(
            @Nullable @Size(max = 1000, message = NOTE_TOO_LONG)
            String note,

            @NotBlank(message = "Give the legal basis.") @Size(max = 200, message = BASIS_TOO_LONG)
            String legalBasis) {

        Ruling as(ReasonCode code) {
            return new Ruling(code, note == null ? "" : note.strip(), legalBasis.strip(), null);
        }
    }

    enum AppealOutcome {
        ALLOWED,
        DISMISSED
    }

    record AppealDecisionRequest(
            @NotNull(message = "Give the outcome, ALLOWED or DISMISSED.")
            AppealOutcome outcome,

            @Nullable @Size(max = 1000, message = NOTE_TOO_LONG)
            String note,

            @NotBlank(message = "Give the legal basis.") @Size(max = 200, message = BASIS_TOO_LONG)
            String legalBasis) {

        Ruling toRuling() {
            var code = outcome == AppealOutcome.ALLOWED ? ReasonCode.APPEAL_ALLOWED : ReasonCode.APPEAL_DISMISSED;
            return new StepRequest(note, legalBasis).as(code);
        }
    }

    record ReasonRequest(
            @NotBlank(message = "Give a reason.") @Size(max = 1000, message = "A reason has at most 1000 characters.")
            String reason) {}
}
