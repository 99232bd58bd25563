package org.trustedtrader.benefits.policy.mongo;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.policy.PolicyState;
import org.trustedtrader.benefits.policy.PolicyVersion;
import org.trustedtrader.benefits.policy.PolicyVersions;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;
import org.trustedtrader.platform.mongo.codec.RecordCodec;
import org.trustedtrader.platform.refusal.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Versions of the rules in the collection {@code policies}. */
@Component
final class MongoPolicyVersions extends AggregateStore<PolicyVersion> implements PolicyVersions {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 10_000;

    /** Only published versions have {@code rulesFrom}, so that no two of them can have the same. */
    private static final RecordCodec<PolicyVersion.Snapshot> CODEC = RecordCodec.builder(PolicyVersion.Snapshot.class)
            .text(PolicyState.class, Enum::name, PolicyState::of)
            .absent(PolicyVersion.Snapshot.class, "state", PolicyState.NOT_UNDERSTOOD)
            .derived("rulesFrom", version -> version.publishedAt() == null ? null : version.effectiveFrom())
            .build();

    static final AggregateType<PolicyVersion, PolicyVersion.Snapshot> TYPE = AggregateType.named("policy", "policies")
            .stored(CODEC, PolicyVersion::snapshot, PolicyVersion::restore)
            .published(PolicyPayload::of)
            .indexed(new IndexModel(
                    Indexes.ascending("state.rulesFrom"),
                    new IndexOptions().unique(true).sparse(true)));

    MongoPolicyVersions(AggregateStoreFactory shared) {
        super(TYPE, shared);
    }

    @Override
    public List<PolicyVersion> all() {
        return query(new Document(), null, MOST);
    }

    @Override
    public List<PolicyVersion> published() {
        return query(Filters.gt("state.rulesFrom", new Date(0)), null, MOST);
    }

    @Override
    public PolicyVersion change(String id, Command command, Consumer<PolicyVersion> verb) {
        try {
            return super.change(id, command, verb);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            throw new Refusal.RuleBroken("policy-date-taken", Message.of("benefits.policy.date-taken"));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PolicyPayload(
            String version,
            Instant effectiveFrom,
            String state,
            @Nullable Instant publishedAt,
            String reasonCode,
            JsonNode policy) {

        static PolicyPayload of(PolicyVersion version) {
            var s = version.snapshot();
            return new PolicyPayload(
                    version.id(),
                    s.effectiveFrom(),
                    s.state().name(),
                    s.publishedAt(),
                    s.reasonCode(),
                    JSON.readTree(s.file()));
        }
    }
}
