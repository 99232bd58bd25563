package org.trustedtrader.enrolment.application.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.application.ApplicationState;
import org.trustedtrader.enrolment.application.Denial;
import org.trustedtrader.enrolment.application.Denials;
import org.trustedtrader.enrolment.application.MembershipApplication;
import org.trustedtrader.enrolment.application.MembershipApplication.Kind;
import org.trustedtrader.enrolment.application.MembershipApplications;
import org.trustedtrader.enrolment.application.Proposals;
import org.trustedtrader.enrolment.application.ReviewOutcome;
import org.trustedtrader.enrolment.mongo.Ids;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;
import org.trustedtrader.platform.mongo.codec.RecordCodec;
import org.trustedtrader.platform.refusal.Refusal;

/** Applications in MongoDB. */
@Component
final class MongoApplications extends AggregateStore<MembershipApplication> implements MembershipApplications {

    private static final String VARIATION = "/variation";

    /**
     * {@code openFor} names the company only while the application is open: its unique index lets a company have one, and one
     * variation of its membership.
     * {@code lapsesAt} is there while silence would end the application, by a lapse or by a denial.
     */
    private static final RecordCodec<MembershipApplication.Snapshot> CODEC = RecordCodec.builder(
                    MembershipApplication.Snapshot.class)
            .derived("openFor", s -> s.open() ? s.company() + (s.kind() == Kind.VARIATION ? VARIATION : "") : null)
            .derived("lapsesAt", MembershipApplication.Snapshot::endsUnansweredAt)
            .absent(MembershipApplication.Snapshot.class, "denials", Denials.NONE)
            .absent(MembershipApplication.Snapshot.class, "proposals", Proposals.NONE)
            .absent(MembershipApplication.Snapshot.class, "withdrawnLines", Set.of())
            .absent(Denial.class, "lines", Set.of())
            .absent(ReviewOutcome.class, "actionPlanAgreed", false)
            .build();

    static final AggregateType<MembershipApplication, MembershipApplication.Snapshot> TYPE = AggregateType.named(
                    "application", "applications")
            .stored(CODEC, MembershipApplication::snapshot, MembershipApplication::restore)
            .published(ApplicationAnnouncement::of)
            .indexed(
                    new IndexModel(
                            Indexes.ascending("state.openFor"),
                            new IndexOptions().unique(true).sparse(true)),
                    new IndexModel(Indexes.ascending("state.company", "_id")),
                    new IndexModel(Indexes.ascending("state.variationOf"), new IndexOptions().sparse(true)),
                    new IndexModel(Indexes.ascending("state.state", "_id")),
                    new IndexModel(Indexes.ascending("state.lapsesAt"), new IndexOptions().sparse(true)));

    /** A company files one application at a time, so that it never comes near this number. */
    private static final int MOST_OF_A_COMPANY = 10_000;

    private final MongoCollection<Document> documents;

    MongoApplications(AggregateStoreFactory shared) {
        super(TYPE, shared);
        documents = shared.database().getCollection("applications");
    }

    @Override
    public MembershipApplication create(MembershipApplication fresh, Command command) {
        try {
            return super.create(fresh, command);
        } catch (Refusal.AlreadyExists e) {
            if (find(fresh.id()).isPresent()) {
                throw e;
            }
            throw new Refusal.RuleBroken("application-open", Message.of("enrolment.application.open"));
        }
    }

    @Override
    public List<MembershipApplication> page(
            Optional<String> company, Optional<ApplicationState> state, Optional<String> after, int limit) {
        var conditions = new ArrayList<Bson>();
        company.ifPresent(number -> conditions.add(Filters.eq("state.company", number)));
        state.ifPresent(name -> conditions.add(Filters.eq("state.state", name.name())));
        return query(conditions.isEmpty() ? Filters.empty() : Filters.and(conditions), after.orElse(null), limit);
    }

    @Override
    public boolean bindsIdentifiers(String company) {
        return query(Filters.eq("state.openFor", company), null, 1).stream()
                .anyMatch(open -> open.state() != ApplicationState.DRAFT);
    }

    @Override
    public List<String> overdue(Instant now, int limit) {
        var before = Date.from(now);
        return Ids.matching(
                documents,
                Filters.or(
                        Filters.lt("state.lapsesAt", before),
                        // The version before stored no such date with an intent to deny.
                        Filters.and(
                                Filters.eq("state.state", ApplicationState.INTENT_TO_DENY.name()),
                                Filters.lt("state.timeline.replyDueAt", before))),
                limit);
    }

    @Override
    public Optional<String> openOf(String company) {
        return Ids.matching(documents, Filters.eq("state.openFor", company), 1).stream()
                .findFirst();
    }

    @Override
    public Optional<String> openVariationOf(String membershipId) {
        return query(Filters.eq("state.variationOf", membershipId), null, MOST_OF_A_COMPANY).stream()
                .filter(application -> application.snapshot().open())
                .map(MembershipApplication::id)
                .findFirst();
    }

    @Override
    public List<MembershipApplication> ofCompany(String company) {
        return query(Filters.eq("state.company", company), null, MOST_OF_A_COMPANY);
    }
}
