package org.trustedtrader.assessment.review.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.assessment.supplychain.SupplyChain;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.mongo.AggregateMapping;

final class AssessmentMapping implements AggregateMapping<Assessment> {

    @Override
    public String aggregate() {
        return "assessment";
    }

    @Override
    public String collection() {
        return "assessments";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(
                new IndexModel(Indexes.ascending("state.company", "_id")),
                new IndexModel(Indexes.ascending("state.state", "_id")),
                new IndexModel(Indexes.ascending("state.evidence.content")));
    }

    @Override
    public Document state(Assessment assessment) {
        Assessment.Snapshot now = assessment.snapshot();
        var document = new Document("company", now.company())
                .append(
                        "linesOfBusiness",
                        now.linesOfBusiness().stream().map(Enum::name).sorted().toList())
                .append("catalogueVersion", now.catalogueVersion())
                .append("state", now.state().name())
                .append(
                        "answers",
                        now.answers().stream().map(ProfileDocuments::write).toList())
                .append(
                        "evidence",
                        now.evidence().stream().map(ProfileDocuments::write).toList())
                .append("legs", RiskDocuments.write(now.supplyChain()))
                .append(
                        "actions",
                        now.actions().stream().map(ActionDocuments::write).toList())
                .append("assessors", List.copyOf(new TreeSet<>(now.assessors())))
                .append("exempters", List.copyOf(new TreeSet<>(now.exempters())))
                .append("openedAt", Date.from(now.openedAt()));
        now.risk().ifPresent(risk -> document.append("risk", RiskDocuments.write(risk)));
        Fields.time(document, "submittedAt", now.submittedAt());
        return Fields.time(document, "completedAt", now.completedAt());
    }

    @Override
    public Assessment restore(Aggregate.Stored stored, Document state) {
        var snapshot = new Assessment.Snapshot(
                state.getString("company"),
                state.getList("linesOfBusiness", String.class).stream()
                        .map(LineOfBusiness::valueOf)
                        .collect(Collectors.toSet()),
                state.getString("catalogueVersion"),
                Assessment.State.valueOf(state.getString("state")),
                Fields.list(state, "answers", ProfileDocuments::readAnswer),
                Fields.list(state, "evidence", ProfileDocuments::readFile),
                new SupplyChain(Fields.list(state, "legs", RiskDocuments::readLeg)),
                Optional.ofNullable(state.get("risk", Document.class)).map(RiskDocuments::read),
                Fields.list(state, "actions", ActionDocuments::read),
                Set.copyOf(state.getList("assessors", String.class)),
                Set.copyOf(state.getList("exempters", String.class, List.of())),
                state.getDate("openedAt").toInstant(),
                Fields.time(state, "submittedAt"),
                Fields.time(state, "completedAt"));
        return new Assessment(stored, snapshot);
    }

    @Override
    public Object announcement(Assessment assessment) {
        return AssessmentAnnouncement.of(assessment);
    }
}
