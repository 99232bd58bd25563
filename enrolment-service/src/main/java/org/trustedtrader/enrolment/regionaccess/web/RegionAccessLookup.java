package org.trustedtrader.enrolment.regionaccess.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.enrolment.regionaccess.RegionAccess;
import org.trustedtrader.enrolment.regionaccess.RegionAccesses;

/** Look-up for the other services, so that an officer need not wait for the event. */
@RestController
class RegionAccessLookup {

    private final RegionAccesses accesses;
    private final Clock clock;

    RegionAccessLookup(RegionAccesses accesses, Clock clock) {
        this.accesses = accesses;
        this.clock = clock;
    }

    /** Those that are open now. */
    record AccessesView(List<OpenAccess> accesses) {}

    record OpenAccess(
            String accessId,
            String officer,
            String company,
            Instant until,
            @Nullable Instant endedAt,
            long version) {

        static OpenAccess of(RegionAccess access) {
            var s = access.snapshot();
            return new OpenAccess(access.id(), s.officer(), s.company(), s.until(), s.endedAt(), access.version());
        }
    }

    @GetMapping("/internal/region-accesses")
    AccessesView open(@RequestParam String officer, @RequestParam String company) {
        return new AccessesView(accesses.open(officer, company, clock.instant()).stream()
                .map(OpenAccess::of)
                .toList());
    }
}
