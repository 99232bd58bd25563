package org.trustedtrader.validation.visit.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why something is done. */
record ReasonRequest(
        @NotBlank(message = "must be given") @Size(max = 1000, message = "must have 1000 characters at most")
        String reason) {}
