package org.trustedtrader.enrolment.annualreview.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.annualreview.AnnualReview;
import org.trustedtrader.enrolment.annualreview.AnnualReviews;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;

/** Annual reviews in the collection {@code annual_reviews}. */
@Component
final class MongoAnnualReviews extends AggregateStore<AnnualReview> implements AnnualReviews {

    static final AggregateType<AnnualReview, AnnualReview.Snapshot> TYPE = AggregateType.named(
                    "annual-review", "annual_reviews")
            .stored(AnnualReview.Snapshot.class, AnnualReview::snapshot, AnnualReview::restore)
            .published(ReviewAnnouncement::of)
            .indexed(
                    new IndexModel(Indexes.ascending("state.subject.membershipId", "_id")),
                    new IndexModel(Indexes.ascending("state.subject.company", "_id")),
                    new IndexModel(Indexes.ascending("state.state", "state.dueOn")));

    private static final List<String> PENDING = names(true);
    private static final List<String> CLOSED = names(false);
    private static final int MOST_OF_MEMBERSHIP = 200;

    MongoAnnualReviews(AggregateStoreFactory shared) {
        super(TYPE, shared);
    }

    /**
     * A review as other services may know it: without the company's words and the officer's reasons.
     *
     * @param changesStatedAt of the latest submission that stated a change
     * @param changed         the criteria whose answers changed, as the company states now
     * @param changedAnswers  the same, each with whose answer it is, such as {@code site=windsor/Z68SD}; the company's without
     */
    record ReviewAnnouncement(
            String reviewId,
            String membershipId,
            String company,
            LocalDate anniversary,
            LocalDate dueOn,
            String state,
            @Nullable Instant submittedAt,
            @Nullable Instant changesStatedAt,
            List<String> changed,
            List<String> changedAnswers) {

        static ReviewAnnouncement of(AnnualReview review) {
            var s = review.snapshot();
            return new ReviewAnnouncement(
                    review.id(),
                    s.subject().membershipId(),
                    s.subject().company(),
                    s.subject().anniversary(),
                    s.dueOn(),
                    s.state().name(),
                    s.submittedAt(),
                    s.changesStatedAt(),
                    s.changed().stream()
                            .map(key -> key.substring(key.lastIndexOf('/') + 1))
                            .distinct()
                            .sorted()
                            .toList(),
                    s.changed().stream().sorted().toList());
        }
    }

    @Override
    public List<AnnualReview> page(Filter filter, Optional<String> after, int limit) {
        var conditions = new ArrayList<Bson>();
        equal(conditions, "state.subject.company", filter.company());
        equal(conditions, "state.subject.membershipId", filter.membershipId());
        equal(
                conditions,
                "state.state",
                filter.state() == null ? null : filter.state().name());
        if (filter.overdue() != null) {
            conditions.add(filter.overdue() ? overdue(filter.today()) : notOverdue(filter.today()));
        }
        return query(conditions.isEmpty() ? Filters.empty() : Filters.and(conditions), after.orElse(null), limit);
    }

    @Override
    public List<AnnualReview> ofMembership(String membershipId) {
        return query(Filters.eq("state.subject.membershipId", membershipId), null, MOST_OF_MEMBERSHIP);
    }

    private static List<String> names(boolean pending) {
        return Arrays.stream(AnnualReview.State.values())
                .filter(state -> state.pending() == pending)
                .map(Enum::name)
                .toList();
    }

    private static Bson overdue(LocalDate today) {
        return Filters.and(Filters.in("state.state", PENDING), Filters.lt("state.dueOn", today.toString()));
    }

    private static Bson notOverdue(LocalDate today) {
        return Filters.or(Filters.in("state.state", CLOSED), Filters.gte("state.dueOn", today.toString()));
    }

    private static void equal(List<Bson> conditions, String field, @Nullable String value) {
        if (value != null) {
            conditions.add(Filters.eq(field, value));
        }
    }
}
