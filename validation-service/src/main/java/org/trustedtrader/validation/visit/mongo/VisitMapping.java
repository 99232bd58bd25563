package org.trustedtrader.validation.visit.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Aggregate.Stored;
import org.trustedtrader.platform.mongo.AggregateMapping;
import org.trustedtrader.validation.visit.Outcome;
import org.trustedtrader.validation.visit.RiskLevel;
import org.trustedtrader.validation.visit.Slot;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitFile;
import org.trustedtrader.validation.visit.VisitOrigin;
import org.trustedtrader.validation.visit.VisitState;
import org.trustedtrader.validation.visit.VisitType;

/** A visit as a document. {@code officers} and {@code years} are derived, to be found by. */
final class VisitMapping implements AggregateMapping<Visit> {

    @Override
    public String aggregate() {
        return "visit";
    }

    @Override
    public String collection() {
        return "visits";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(
                new IndexModel(Indexes.ascending("state.company", "_id")),
                new IndexModel(Indexes.ascending("state.state", "_id")),
                new IndexModel(Indexes.ascending("state.officers", "_id")),
                new IndexModel(Indexes.ascending("state.years", "_id")));
    }

    @Override
    public Document state(Visit visit) {
        var file = visit.file();
        var origin = file.origin();
        var state = new Document("state", file.state().name())
                .append("type", origin.type().name())
                .append("company", origin.company())
                .append("dueSince", Date.from(origin.dueSince()))
                .append("reason", origin.reason())
                .append("risk", file.risk().name())
                .append("schedule", ScheduleDocuments.write(file.schedule()))
                .append("findings", FindingDocuments.write(file.findings()))
                .append("officers", file.schedule().officers())
                .append("years", years(file));
        put(state, "applicationId", origin.applicationId());
        put(state, "fieldwork", FieldworkDocuments.write(file.fieldwork()));
        put(state, "report", ReportDocuments.write(file.report()));
        put(state, "outcome", file.outcome() == null ? null : file.outcome().name());
        put(state, "closedAt", file.closedAt() == null ? null : Date.from(file.closedAt()));
        return state;
    }

    @Override
    public Visit restore(Stored stored, Document state) {
        var origin = new VisitOrigin(
                VisitType.valueOf(state.getString("type")),
                state.getString("company"),
                state.getString("applicationId"),
                state.getDate("dueSince").toInstant(),
                state.getString("reason"));
        var outcome = state.getString("outcome");
        var closedAt = state.getDate("closedAt");
        var file = new VisitFile(
                origin,
                RiskLevel.valueOf(state.getString("risk")),
                VisitState.valueOf(state.getString("state")),
                ScheduleDocuments.read(state.get("schedule", Document.class)),
                FieldworkDocuments.read(state.get("fieldwork", Document.class)),
                FindingDocuments.read(state.getList("findings", Document.class)),
                ReportDocuments.read(state.get("report", Document.class)),
                outcome == null ? null : Outcome.valueOf(outcome),
                closedAt == null ? null : closedAt.toInstant());
        return new Visit(stored, file);
    }

    @Override
    public Object announcement(Visit visit) {
        return VisitAnnouncement.of(visit);
    }

    static void put(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value);
        }
    }

    private static List<Integer> years(VisitFile file) {
        var moments = Stream.of(
                file.origin().dueSince(),
                file.schedule().agreedSlot().map(Slot::startsAt).orElse(null),
                file.closedAt());
        return moments.filter(Objects::nonNull)
                .map((Instant at) -> at.atZone(ZoneOffset.UTC).getYear())
                .distinct()
                .sorted()
                .toList();
    }
}
