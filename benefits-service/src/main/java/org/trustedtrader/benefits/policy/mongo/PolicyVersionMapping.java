package org.trustedtrader.benefits.policy.mongo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.benefits.policy.PolicyDraft;
import org.trustedtrader.benefits.policy.PolicyState;
import org.trustedtrader.benefits.policy.PolicyVersion;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.mongo.AggregateMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The file is kept as text: its field names are its own affair. */
final class PolicyVersionMapping implements AggregateMapping<PolicyVersion> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public String aggregate() {
        return "policy";
    }

    @Override
    public String collection() {
        return "policies";
    }

    @Override
    public Document state(PolicyVersion version) {
        var draft = version.draft();
        var document = new Document("file", draft.file())
                .append("effectiveFrom", Date.from(draft.effectiveFrom()))
                .append("state", version.state().name())
                .append("proposedBy", version.proposedBy())
                .append("reasonCode", version.reasonCode());
        var publication = version.publication();
        if (publication != null) {
            document.append("publishedBy", publication.by())
                    .append("publishedAt", Date.from(publication.at()))
                    .append("rulesFrom", Date.from(draft.effectiveFrom()));
        }
        return document;
    }

    @Override
    public PolicyVersion restore(Aggregate.Stored stored, Document state) {
        var draft = new PolicyDraft(stored.id(), state.getDate("effectiveFrom").toInstant(), state.getString("file"));
        var publication = state.containsKey("publishedAt")
                ? new PolicyVersion.Publication(
                        state.getString("publishedBy"),
                        state.getDate("publishedAt").toInstant())
                : null;
        var course = new PolicyVersion.Course(
                PolicyState.of(state.getString("state")),
                state.getString("proposedBy"),
                publication,
                state.getString("reasonCode"));
        return new PolicyVersion(stored, draft, course);
    }

    @Override
    public Announced announcement(PolicyVersion version) {
        var publication = version.publication();
        return new Announced(
                version.id(),
                version.draft().effectiveFrom(),
                version.state().name(),
                publication == null ? null : publication.at(),
                version.reasonCode(),
                JSON.readTree(version.draft().file()));
    }

    /** Only published versions have {@code rulesFrom}, so that no two of them can have the same. */
    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(
                Indexes.ascending("state.rulesFrom"),
                new IndexOptions().unique(true).sparse(true)));
    }

    /** The event's data. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Announced(
            String version,
            Instant effectiveFrom,
            String state,
            @Nullable Instant publishedAt,
            String reasonCode,
            JsonNode policy) {}
}
