package org.trustedtrader.enrolment.obligation.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.mongo.Ids;
import org.trustedtrader.enrolment.obligation.Obligation;
import org.trustedtrader.enrolment.obligation.Obligations;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;

/** Obligations in the collection {@code obligations}. */
@Component
final class MongoObligations extends AggregateStore<Obligation> implements Obligations {

    static final AggregateType<Obligation, Obligation.Snapshot> TYPE = AggregateType.named("obligation", "obligations")
            .stored(Obligation.Snapshot.class, Obligation::snapshot, Obligation::restore)
            .published(ObligationAnnouncement::of)
            .indexed(
                    new IndexModel(Indexes.ascending("state.subject.membershipId", "_id")),
                    new IndexModel(Indexes.ascending("state.subject.company", "_id")),
                    new IndexModel(Indexes.ascending("state.state", "state.dueOn")),
                    new IndexModel(Indexes.ascending("state.nextReminderOn")));

    private static final List<String> NOT_OVERDUE =
            List.of(Obligation.State.OPEN.name(), Obligation.State.EXTENDED.name());
    private static final List<String> PENDING =
            List.of(Obligation.State.OPEN.name(), Obligation.State.EXTENDED.name(), Obligation.State.OVERDUE.name());
    private static final int MOST_OF_MEMBERSHIP = 10_000;

    private final MongoCollection<Document> documents;

    MongoObligations(AggregateStoreFactory shared) {
        super(TYPE, shared);
        documents = shared.database().getCollection("obligations");
    }

    /** An obligation as other services may know it. */
    record ObligationAnnouncement(
            String obligationId,
            String membershipId,
            String company,
            String kind,
            String source,
            String owner,
            String turn,
            String state,
            LocalDate dueOn,
            @Nullable LocalDate nextReminderOn) {

        static ObligationAnnouncement of(Obligation obligation) {
            var s = obligation.snapshot();
            return new ObligationAnnouncement(
                    obligation.id(),
                    s.subject().membershipId(),
                    s.subject().company(),
                    s.subject().kind(),
                    s.subject().source(),
                    s.owner().name(),
                    s.turn().name(),
                    s.state().name(),
                    s.dueOn(),
                    s.nextReminderOn());
        }
    }

    @Override
    public List<Obligation> page(Filter filter, Optional<String> after, int limit) {
        var conditions = new ArrayList<Bson>();
        equal(conditions, "state.subject.company", filter.company());
        equal(conditions, "state.subject.membershipId", filter.membershipId());
        equal(conditions, "state.subject.kind", filter.kind());
        equal(
                conditions,
                "state.state",
                filter.state() == null ? null : filter.state().name());
        equal(
                conditions,
                "state.owner",
                filter.owner() == null ? null : filter.owner().name());
        if (filter.dueUntil() != null) {
            conditions.add(Filters.lte("state.dueOn", filter.dueUntil().toString()));
        }
        return query(conditions.isEmpty() ? Filters.empty() : Filters.and(conditions), after.orElse(null), limit);
    }

    @Override
    public List<Obligation> pendingOf(String membershipId) {
        return query(
                Filters.and(Filters.eq("state.subject.membershipId", membershipId), Filters.in("state.state", PENDING)),
                null,
                MOST_OF_MEMBERSHIP);
    }

    @Override
    public List<String> toLetPass(LocalDate today, int limit) {
        var due = Filters.and(Filters.in("state.state", NOT_OVERDUE), Filters.lt("state.dueOn", today.toString()));
        return Ids.matching(documents, Filters.or(due, Filters.lte("state.nextReminderOn", today.toString())), limit);
    }

    private static void equal(List<Bson> conditions, String field, @Nullable String value) {
        if (value != null) {
            conditions.add(Filters.eq(field, value));
        }
    }
}
