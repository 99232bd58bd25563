package org.trustedtrader.enrolment.compliance.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.compliance.CaseWork;
import org.trustedtrader.enrolment.compliance.ComplianceCase;
import org.trustedtrader.enrolment.compliance.ComplianceCases;
import org.trustedtrader.enrolment.mongo.Ids;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;
import org.trustedtrader.platform.mongo.codec.RecordCodec;

/** Compliance cases in the collection {@code compliance_cases}. */
@Component
final class MongoComplianceCases extends AggregateStore<ComplianceCase> implements ComplianceCases {

    private static final RecordCodec<ComplianceCase.Snapshot> CODEC = RecordCodec.builder(ComplianceCase.Snapshot.class)
            .absent(ComplianceCase.Snapshot.class, "work", CaseWork.NONE)
            .absent(ComplianceCase.Subject.class, "pausesBenefits", false)
            .build();

    static final AggregateType<ComplianceCase, ComplianceCase.Snapshot> TYPE = AggregateType.named(
                    "compliance-case", "compliance_cases")
            .stored(CODEC, ComplianceCase::snapshot, ComplianceCase::restore)
            .published(CaseAnnouncement::of)
            .indexed(
                    new IndexModel(Indexes.ascending("state.subject.membershipId", "_id")),
                    new IndexModel(Indexes.ascending("state.subject.company", "_id")),
                    new IndexModel(Indexes.ascending("state.subject.source")),
                    new IndexModel(Indexes.ascending("state.state", "_id")));

    private static final List<String> OPEN = Arrays.stream(ComplianceCase.State.values())
            .filter(ComplianceCase.State::open)
            .map(Enum::name)
            .toList();
    private static final List<String> WAITING = List.of(
            ComplianceCase.State.OPENED.name(),
            ComplianceCase.State.NOTICE_SERVED.name(),
            ComplianceCase.State.ANSWERED.name(),
            ComplianceCase.State.ANSWER_PERIOD_OVER.name(),
            ComplianceCase.State.ESCALATED.name());

    private final MongoCollection<Document> documents;

    MongoComplianceCases(AggregateStoreFactory shared) {
        super(TYPE, shared);
        documents = shared.database().getCollection("compliance_cases");
    }

    /**
     * A case as other services may know it: without the facts and the company's words.
     *
     * @param officers actor ids of the officers who opened it or proposed its outcome
     */
    record CaseAnnouncement(
            String caseId,
            String membershipId,
            String company,
            String trigger,
            String source,
            String reasonCode,
            String state,
            @Nullable String outcome,
            @Nullable LocalDate extendedUntil,
            boolean benefitsPaused,
            List<String> officers) {

        static CaseAnnouncement of(ComplianceCase aCase) {
            var s = aCase.snapshot();
            return new CaseAnnouncement(
                    aCase.id(),
                    s.subject().membershipId(),
                    s.subject().company(),
                    s.subject().trigger().name(),
                    s.subject().source(),
                    s.subject().reasonCode().name(),
                    s.state().name(),
                    s.outcome() == null ? null : s.outcome().name(),
                    s.extendedUntil(),
                    aCase.pausesNow(),
                    List.copyOf(aCase.officers()));
        }
    }

    @Override
    public List<ComplianceCase> page(Filter filter, Optional<String> after, int limit) {
        var conditions = new ArrayList<Bson>();
        equal(conditions, "state.subject.company", filter.company());
        equal(conditions, "state.subject.membershipId", filter.membershipId());
        equal(
                conditions,
                "state.state",
                filter.state() == null ? null : filter.state().name());
        equal(
                conditions,
                "state.subject.trigger",
                filter.trigger() == null ? null : filter.trigger().name());
        return query(conditions.isEmpty() ? Filters.empty() : Filters.and(conditions), after.orElse(null), limit);
    }

    @Override
    public List<String> openOf(String membershipId, int limit) {
        return Ids.matching(
                documents,
                Filters.and(Filters.eq("state.subject.membershipId", membershipId), Filters.in("state.state", OPEN)),
                limit);
    }

    @Override
    public List<String> openAbout(String source, int limit) {
        return Ids.matching(
                documents,
                Filters.and(Filters.eq("state.subject.source", source), Filters.in("state.state", OPEN)),
                limit);
    }

    @Override
    public List<String> waiting(Optional<String> after, int limit) {
        var waiting = Filters.in("state.state", WAITING);
        return Ids.matching(
                documents,
                after.map(id -> Filters.and(waiting, Filters.gt("_id", id))).orElse(waiting),
                limit);
    }

    @Override
    public long escalated() {
        return documents.countDocuments(Filters.eq("state.state", ComplianceCase.State.ESCALATED.name()));
    }

    private static void equal(List<Bson> conditions, String field, @Nullable String value) {
        if (value != null) {
            conditions.add(Filters.eq(field, value));
        }
    }
}
