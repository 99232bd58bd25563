package org.trustedtrader.validation.visit.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Request bodies that are one text. */
final class Texts {

    private static final String REQUIRED = "must be given";
    private static final String TOO_LONG = "must have 4000 characters at most";

    private Texts() {}

    /** Why something is done. */
    record Reason(
            @NotBlank(message = REQUIRED) @Size(max = 1000, message = "must have 1000 characters at most")
            String reason) {}

    /** What the validator has to say. */
    record Comment(
            @NotBlank(message = REQUIRED) @Size(max = 4000, message = TOO_LONG)
            String comment) {}

    /** What the company has to say. */
    record Response(
            @NotBlank(message = REQUIRED) @Size(max = 4000, message = TOO_LONG)
            String response) {}
}
