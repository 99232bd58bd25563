package org.trustedtrader.enrolment.regionaccess;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Repository;

/** All region accesses, those that are over too. */
public interface RegionAccesses extends Repository<RegionAccess> {

    /** What a list is narrowed to; null for everything. @param now the moment of the status */
    record Filter(
            @Nullable String officer, @Nullable String company, RegionAccess.@Nullable Status status, Instant now) {}

    /** In order of id, after the given one. */
    List<RegionAccess> page(Filter filter, Optional<String> after, int limit);

    /** Those that open that company's file to that officer at that moment. */
    List<RegionAccess> open(String officer, String company, Instant now);
}
