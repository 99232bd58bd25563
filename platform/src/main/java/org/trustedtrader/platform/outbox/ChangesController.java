package org.trustedtrader.platform.outbox;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.platform.refusal.Refusal;

/** The change feed that other services read to catch up; for services only. */
@Hidden
@RestController
class ChangesController {

    private static final int LARGEST_PAGE = 1000;

    private final Supplier<List<Outbox>> outboxes;

    ChangesController(Supplier<List<Outbox>> outboxes) {
        this.outboxes = outboxes;
    }

    @GetMapping("/internal/changes/{aggregate}")
    Outbox.Changes changes(
            @PathVariable String aggregate,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "0") long overlapSeconds,
            @RequestParam(defaultValue = "200") int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new Refusal.InvalidInput("limit", "must be from 1 to " + LARGEST_PAGE);
        }
        return outboxes.get().stream()
                .filter(outbox -> outbox.aggregate().equals(aggregate))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("feed"))
                .changesSince(after, overlapSeconds, limit);
    }
}
