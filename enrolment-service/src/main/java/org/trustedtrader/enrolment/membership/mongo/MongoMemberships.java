package org.trustedtrader.enrolment.membership.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.mongo.Ids;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;
import org.trustedtrader.platform.mongo.codec.RecordCodec;

/** Memberships in MongoDB. */
@Component
final class MongoMemberships extends AggregateStore<Membership> implements Memberships {

    static final AggregateType<Membership, Membership.Snapshot> TYPE = AggregateType.named("membership", "memberships")
            .stored(
                    RecordCodec.builder(Membership.Snapshot.class)
                            .inlined(Membership.Snapshot.class, "lines")
                            .upgraded(MongoMemberships::withProcessesBesideTheState)
                            .build(),
                    Membership::snapshot,
                    Membership::restore)
            .published(MembershipAnnouncement::of)
            .indexed(
                    new IndexModel(Indexes.ascending("state.company", "_id")),
                    new IndexModel(Indexes.ascending("state.state", "state.revalidationDueOn")),
                    new IndexModel(Indexes.ascending("state.appealDueAt"), new IndexOptions().sparse(true)));

    /** The names under which active memberships are stored, those of the version before included. */
    private static final List<String> STORED_ACTIVE = List.of(
            MembershipState.ACTIVE.name(), "ACTIVE_WITH_ACTION_PLAN", "REVALIDATION_DUE", "REVALIDATION_IN_PROGRESS");

    private static final Duration SUSPENSION_REVIEW_BEFORE = Duration.ofDays(90);
    private static final int MOST_OF_COMPANY = 100;
    /** The first digits of an id may, very seldom, be those of another one. */
    private static final int AT_ONE_NUMBER = 10;

    private final MongoCollection<Document> documents;

    MongoMemberships(AggregateStoreFactory shared) {
        super(TYPE, shared);
        documents = shared.database().getCollection("memberships");
    }

    @Override
    public List<Membership> page(
            Optional<String> company, Optional<MembershipState> state, Optional<String> after, int limit) {
        var conditions = new ArrayList<Bson>();
        company.ifPresent(number -> conditions.add(Filters.eq("state.company", number)));
        state.ifPresent(wanted -> conditions.add(
                wanted == MembershipState.ACTIVE
                        ? Filters.in("state.state", STORED_ACTIVE)
                        : Filters.eq("state.state", wanted.name())));
        return query(conditions.isEmpty() ? Filters.empty() : Filters.and(conditions), after.orElse(null), limit);
    }

    @Override
    public List<Membership> ofCompany(String company) {
        return query(Filters.eq("state.company", company), null, MOST_OF_COMPANY);
    }

    @Override
    public Optional<String> companyOf(String membershipNumber) {
        var first = membershipNumber.startsWith("PIP-") ? membershipNumber.substring(4) : "";
        var from = first.toLowerCase(Locale.ROOT);
        return query(Filters.and(Filters.gte("_id", from), Filters.lt("_id", from + "g")), null, AT_ONE_NUMBER).stream()
                .filter(membership -> membership.membershipNumber().equals(membershipNumber))
                .map(membership -> membership.snapshot().company())
                .findFirst();
    }

    @Override
    public List<String> withoutRevalidation(LocalDate dueUntil, int limit) {
        return Ids.matching(
                documents,
                Filters.and(
                        Filters.or(
                                Filters.in("state.state", STORED_ACTIVE),
                                Filters.eq("state.state", MembershipState.SUSPENDED.name())),
                        Filters.eq("state.revalidation", null),
                        Filters.lte("state.revalidationDueOn", dueUntil.toString())),
                limit);
    }

    @Override
    public List<String> appealPeriodOver(Instant now, int limit) {
        return Ids.matching(documents, Filters.lt("state.appealDueAt", Date.from(now)), limit);
    }

    /**
     * In the version before, an action plan and a revalidation were states. A suspension kept the state to return to and
     * nothing else; its periods run from the moment from which it counts, as if it had been confirmed.
     */
    private static void withProcessesBesideTheState(Document state) {
        var resumeTo = state.getString("resumeTo");
        var before = resumeTo == null ? state.getString("state") : resumeTo;
        var effectiveAt = state.getDate("effectiveAt");
        switch (before) {
            case "ACTIVE_WITH_ACTION_PLAN" ->
                state.append(
                        "actionPlanAgreedOn",
                        BusinessCalendar.shipped()
                                .dayOf(effectiveAt.toInstant())
                                .toString());
            case "REVALIDATION_IN_PROGRESS" ->
                state.append(
                        "revalidation", new Document("openedAt", effectiveAt).append("openedBy", "service:enrolment"));
            default -> {}
        }
        if (STORED_ACTIVE.contains(state.getString("state"))) {
            state.append("state", MembershipState.ACTIVE.name());
        }
        if (resumeTo != null) {
            state.remove("resumeTo");
            var review = Date.from(effectiveAt.toInstant().plus(SUSPENSION_REVIEW_BEFORE));
            state.append(
                    "suspension",
                    new Document("by", "service:enrolment")
                            .append("at", effectiveAt)
                            .append("objectUntil", review)
                            .append("answered", false)
                            .append("reviewOn", review));
        }
    }
}
