package org.trustedtrader.enrolment.changereport.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.changereport.ChangeReport;
import org.trustedtrader.enrolment.changereport.ChangeReports;
import org.trustedtrader.platform.aggregate.FieldChange;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;

/** Change reports in the collection {@code change_reports}. */
@Component
final class MongoChangeReports extends AggregateStore<ChangeReport> implements ChangeReports {

    static final AggregateType<ChangeReport, ChangeReport.Snapshot> TYPE = AggregateType.named(
                    "change-report", "change_reports")
            .stored(ChangeReport.Snapshot.class, ChangeReport::snapshot, ChangeReport::restore)
            .published(ChangeReportAnnouncement::of)
            .indexed(
                    new IndexModel(Indexes.ascending("state.subject.membershipId", "_id")),
                    new IndexModel(Indexes.ascending("state.subject.company", "_id")),
                    new IndexModel(Indexes.ascending("state.state", "_id")));

    private static final List<String> OPEN = Arrays.stream(ChangeReport.State.values())
            .filter(ChangeReport.State::open)
            .map(Enum::name)
            .toList();
    private static final int MOST_OPEN = 10_000;

    MongoChangeReports(AggregateStoreFactory shared) {
        super(TYPE, shared);
    }

    /**
     * A change report as other services may know it: which fields changed, without the values and the words.
     *
     * @param since  when the present state began, programme time
     * @param siteId where a visit is due, in the state VISIT only
     */
    record ChangeReportAnnouncement(
            String changeReportId,
            String membershipId,
            String company,
            String kind,
            List<String> fields,
            String state,
            Instant since,
            @Nullable String siteId) {

        static ChangeReportAnnouncement of(ChangeReport report) {
            var s = report.snapshot();
            return new ChangeReportAnnouncement(
                    report.id(),
                    s.subject().membershipId(),
                    s.subject().company(),
                    s.subject().kind().name(),
                    s.subject().changes().stream().map(FieldChange::field).toList(),
                    s.state().name(),
                    s.turnSince(),
                    s.decision() == null ? null : s.decision().siteId());
        }
    }

    @Override
    public List<ChangeReport> page(Filter filter, Optional<String> after, int limit) {
        var conditions = new ArrayList<Bson>();
        equal(conditions, "state.subject.company", filter.company());
        equal(conditions, "state.subject.membershipId", filter.membershipId());
        equal(
                conditions,
                "state.state",
                filter.state() == null ? null : filter.state().name());
        equal(
                conditions,
                "state.subject.kind",
                filter.kind() == null ? null : filter.kind().name());
        return query(conditions.isEmpty() ? Filters.empty() : Filters.and(conditions), after.orElse(null), limit);
    }

    @Override
    public List<ChangeReport> openOf(String membershipId) {
        return query(
                Filters.and(Filters.eq("state.subject.membershipId", membershipId), Filters.in("state.state", OPEN)),
                null,
                MOST_OPEN);
    }

    @Override
    public List<ChangeReport> reassessedOf(String membershipId) {
        return query(
                Filters.and(
                        Filters.eq("state.subject.membershipId", membershipId),
                        Filters.eq("state.state", ChangeReport.State.REASSESS.name())),
                null,
                MOST_OPEN);
    }

    private static void equal(List<Bson> conditions, String field, @Nullable String value) {
        if (value != null) {
            conditions.add(Filters.eq(field, value));
        }
    }
}
