package org.trustedtrader.platform.inbox;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The raw Feign client of a source's change feed. */
interface ChangeFeedClient {

    @GetMapping("/internal/changes/{aggregate}")
    ChangeFeedPage changes(
            @PathVariable("aggregate") String aggregate,
            @RequestParam("after") String after,
            @RequestParam("overlapSeconds") long overlapSeconds,
            @RequestParam("limit") int limit);
}
