package org.trustedtrader.enrolment.regionaccess.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.regionaccess.RegionAccess;
import org.trustedtrader.enrolment.regionaccess.RegionAccesses;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;

/** Region accesses in the collection {@code region_accesses}. */
@Component
final class MongoRegionAccesses extends AggregateStore<RegionAccess> implements RegionAccesses {

    static final AggregateType<RegionAccess, RegionAccess.Snapshot> TYPE = AggregateType.named(
                    "region-access", "region_accesses")
            .stored(RegionAccess.Snapshot.class, RegionAccess::snapshot, RegionAccess::restore)
            .published(AccessAnnouncement::of)
            .indexed(
                    new IndexModel(Indexes.ascending("state.officer", "state.company")),
                    new IndexModel(Indexes.ascending("state.company", "_id")));

    private static final String OPEN = RegionAccess.State.OPEN.name();
    private static final int MOST_OF_ONE_COMPANY = 100;

    MongoRegionAccesses(AggregateStoreFactory shared) {
        super(TYPE, shared);
    }

    /** An access as other services know it: without its reason. */
    record AccessAnnouncement(
            String accessId,
            String officer,
            String company,
            Instant openedAt,
            Instant until,
            @Nullable Instant endedAt) {

        static AccessAnnouncement of(RegionAccess access) {
            var s = access.snapshot();
            return new AccessAnnouncement(access.id(), s.officer(), s.company(), s.openedAt(), s.until(), s.endedAt());
        }
    }

    @Override
    public List<RegionAccess> page(Filter filter, Optional<String> after, int limit) {
        var conditions = new ArrayList<Bson>();
        if (filter.officer() != null) {
            conditions.add(Filters.eq("state.officer", filter.officer()));
        }
        if (filter.company() != null) {
            conditions.add(Filters.eq("state.company", filter.company()));
        }
        if (filter.status() != null) {
            conditions.add(status(filter.status(), Date.from(filter.now())));
        }
        return query(conditions.isEmpty() ? Filters.empty() : Filters.and(conditions), after.orElse(null), limit);
    }

    @Override
    public List<RegionAccess> open(String officer, String company, Instant now) {
        return page(new Filter(officer, company, RegionAccess.Status.OPEN, now), Optional.empty(), MOST_OF_ONE_COMPANY);
    }

    private static Bson status(RegionAccess.Status status, Date now) {
        var notEnded = Filters.eq("state.state", OPEN);
        return switch (status) {
            case OPEN -> Filters.and(notEnded, Filters.gt("state.until", now));
            case EXPIRED -> Filters.and(notEnded, Filters.lte("state.until", now));
            case ENDED -> Filters.ne("state.state", OPEN);
        };
    }
}
