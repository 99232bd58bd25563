package org.trustedtrader.validation.visit.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why something is done. */
record ReasonRequest(@NotBlank @Size(max = 1000) String reason) {}
