package org.trustedtrader.platform.outbox;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The change feeds that other services read to catch up; for services only. */
@Hidden
@RestController
class ChangeFeedController {

    private final ChangeFeeds feeds;

    ChangeFeedController(ChangeFeeds feeds) {
        this.feeds = feeds;
    }

    @GetMapping("/internal/changes/{aggregate}")
    Outbox.Changes changes(
            @PathVariable String aggregate,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "0") long overlapSeconds,
            @RequestParam(defaultValue = "200") int limit) {
        return feeds.changes(aggregate, after, overlapSeconds, limit);
    }
}
