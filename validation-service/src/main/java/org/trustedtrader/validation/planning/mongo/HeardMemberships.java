package org.trustedtrader.validation.planning.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.trustedtrader.platform.mongo.ProjectionStore;
import org.trustedtrader.validation.planning.KnownMemberships;

/** The newest that was heard of each membership. */
final class HeardMemberships implements KnownMemberships {

    /** States in which a member has benefits and so is to be revalidated (domain: ACTIVE*, REVALIDATION_*). */
    private static final List<String> IN_GOOD_STANDING =
            List.of("ACTIVE", "ACTIVE_WITH_ACTION_PLAN", "REVALIDATION_DUE", "REVALIDATION_IN_PROGRESS");

    private final ProjectionStore memberships;

    HeardMemberships(MongoDatabase database) {
        this.memberships = new ProjectionStore(database, "membership-views");
    }

    @Override
    public void note(String membershipId, long version, String state, LocalDate revalidationDueOn) {
        var view = new Document("state", state)
                .append("revalidationDueOn", revalidationDueOn.toString())
                .append("revalidationYear", revalidationDueOn.getYear());
        memberships.keepNewest(membershipId, version, view);
    }

    @Override
    public long dueIn(int year) {
        return memberships
                .find(Filters.and(
                        Filters.eq("view.revalidationYear", year), Filters.in("view.state", IN_GOOD_STANDING)))
                .size();
    }
}
