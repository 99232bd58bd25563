package org.trustedtrader.validation.visit.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.web.HistoryView;

/** Why an officer does something. */
record OfficerReasonRequest(
        @NotBlank @Size(max = 1000) String reason,

        @Schema(description = HistoryView.INTERNAL_NOTE) @Nullable @Size(max = 2000)
        String internalNote) {}
