package org.trustedtrader.validation.planning.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.trustedtrader.platform.mongo.MongoProjection;
import org.trustedtrader.validation.planning.MembershipProjection;

/** The newest version of each membership. */
@Component
final class MongoMembershipProjection implements MembershipProjection {

    /** States in which a member has benefits and so is to be revalidated (domain: ACTIVE*, REVALIDATION_*). */
    private static final List<String> IN_GOOD_STANDING =
            List.of("ACTIVE", "ACTIVE_WITH_ACTION_PLAN", "REVALIDATION_DUE", "REVALIDATION_IN_PROGRESS");

    private final MongoProjection<MembershipView> memberships;

    MongoMembershipProjection(MongoDatabase database) {
        this.memberships = new MongoProjection<>(database, "membership-views", MembershipView.class);
    }

    /** @param revalidationYear to be found by */
    record MembershipView(String state, LocalDate revalidationDueOn, int revalidationYear) {}

    @Override
    public void keep(String membershipId, long version, String state, LocalDate revalidationDueOn) {
        memberships.keepNewest(
                membershipId, version, new MembershipView(state, revalidationDueOn, revalidationDueOn.getYear()));
    }

    @Override
    public long dueIn(int year) {
        return memberships.count(
                Filters.and(Filters.eq("view.revalidationYear", year), Filters.in("view.state", IN_GOOD_STANDING)));
    }
}
