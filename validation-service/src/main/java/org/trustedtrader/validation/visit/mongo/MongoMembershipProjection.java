package org.trustedtrader.validation.visit.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trustedtrader.platform.mongo.MongoProjection;
import org.trustedtrader.validation.visit.MembershipProjection;

/** The newest version of each membership. */
@Component
final class MongoMembershipProjection implements MembershipProjection {

    /** States in which a member has benefits and so is to be revalidated (domain: ACTIVE*, REVALIDATION_*). */
    private static final List<String> IN_GOOD_STANDING =
            List.of("ACTIVE", "ACTIVE_WITH_ACTION_PLAN", "REVALIDATION_DUE", "REVALIDATION_IN_PROGRESS");

    private final MongoProjection<MembershipView> memberships;

    MongoMembershipProjection(MongoDatabase database) {
        this.memberships = new MongoProjection<>(
                database,
                "membership-views",
                MembershipView.class,
                new IndexModel(Indexes.ascending("view.company"), new IndexOptions().sparse(true)));
    }

    /**
     * @param revalidationYear to be found by
     * @param membershipId     null, like the company, in views of versions that did not keep it
     */
    record MembershipView(
            String state,
            @Nullable LocalDate revalidationDueOn,
            @Nullable Integer revalidationYear,
            @Nullable String membershipId,
            @Nullable String company,
            @Nullable Instant revalidationOpenedAt) {

        private static MembershipView of(String membershipId, Member member) {
            var due = member.revalidationDueOn();
            return new MembershipView(
                    member.state(),
                    due,
                    due == null ? null : due.getYear(),
                    membershipId,
                    member.company(),
                    member.revalidationOpenedAt());
        }
    }

    @Override
    public boolean keep(String membershipId, long version, Member member) {
        return memberships.keepNewest(membershipId, version, MembershipView.of(membershipId, member));
    }

    @Override
    public Optional<Member> find(String membershipId) {
        return memberships
                .find(membershipId)
                .map(view -> new Member(
                        view.company(), view.state(), view.revalidationDueOn(), view.revalidationOpenedAt()));
    }

    @Override
    public Optional<String> currentOf(String company) {
        return memberships.find(Filters.eq("view.company", company)).stream()
                .filter(view -> !Member.OVER.contains(view.state()))
                .map(MembershipView::membershipId)
                .filter(Objects::nonNull)
                .findFirst();
    }

    @Override
    public long dueIn(int year) {
        return memberships.count(due(year));
    }

    @Override
    public long toOpenIn(int year) {
        return memberships.count(Filters.and(due(year), Filters.exists("view.revalidationOpenedAt", false)));
    }

    private static Bson due(int year) {
        return Filters.and(Filters.eq("view.revalidationYear", year), Filters.in("view.state", IN_GOOD_STANDING));
    }
}
