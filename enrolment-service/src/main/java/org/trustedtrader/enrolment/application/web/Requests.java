package org.trustedtrader.enrolment.application.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.application.Grounds;
import org.trustedtrader.enrolment.application.Section;
import org.trustedtrader.enrolment.application.Vetting;

/** The bodies of commands on an application. */
final class Requests {

    private Requests() {}

    record ReasonRequest(
            @NotBlank(message = "Give a reason.") @Size(max = 1000, message = "A reason has at most 1000 characters.")
            String reason) {}

    record QuestionRequest(
            @NotBlank(message = "Say what information is needed.")
            @Size(max = 1000, message = "A question has at most 1000 characters.")
            String question) {}

    record AnswerRequest(
            @NotBlank(message = "The answer is missing.")
            @Size(max = 4000, message = "An answer has at most 4000 characters.")
            String answer) {}

    record VettingRequest(
            @NotNull(message = "Give the outcome, CLEAR or CONCERNS.")
            Vetting.Outcome outcome,

            @Nullable @Size(max = 1000, message = "A note has at most 1000 characters.")
            String note) {

        String noteOrEmpty() {
            return note == null ? "" : note.strip();
        }
    }

    record ConsiderationRequest(
            @NotNull(message = "Name the section.") Section section,

            @NotBlank(message = "Give a reason.") @Size(max = 500, message = "A reason has at most 500 characters.")
            String reason,

            @NotNull(message = "Say until when it holds.") LocalDate expiresOn) {}

    record GroundsRequest(
            @NotBlank(message = "Give a reason.") @Size(max = 1000, message = "A reason has at most 1000 characters.")
            String reason,

            @NotBlank(message = "Give the legal basis.")
            @Size(max = 200, message = "A legal basis has at most 200 characters.")
            String legalBasis) {

        Grounds toGrounds() {
            return new Grounds(reason.strip(), legalBasis.strip());
        }
    }

    record SignatureRequest(
            @NotBlank(message = "Name the version of the terms.")
            String termsVersion) {}
}
