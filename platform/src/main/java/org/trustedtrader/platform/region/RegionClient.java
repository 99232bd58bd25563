package org.trustedtrader.platform.region;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The raw Feign client of enrolment's look-ups. */
interface RegionClient {

    @GetMapping("/internal/companies/{businessNumber}")
    CompanyResponse company(@PathVariable("businessNumber") String businessNumber);

    @GetMapping("/internal/region-accesses")
    AccessesResponse accesses(@RequestParam("officer") String officer, @RequestParam("company") String company);

    /** @param region empty for a company without a site; null in an answer of a version that does not know regions */
    record CompanyResponse(
            @Nullable String businessNumber, @Nullable String region) {}

    /** Those that are open. */
    record AccessesResponse(@Nullable List<Access> accesses) {}

    /**
     * As events announce it too.
     *
     * @param endedAt null unless it was ended early
     * @param version null in events, which have it outside of their data
     */
    record Access(
            String accessId,
            String officer,
            String company,
            Instant until,
            @Nullable Instant endedAt,
            @Nullable Long version) {}
}
