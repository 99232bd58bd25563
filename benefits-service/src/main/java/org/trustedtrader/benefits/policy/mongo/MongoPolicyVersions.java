package org.trustedtrader.benefits.policy.mongo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;
import org.trustedtrader.platform.publication.DocumentVersion;
import org.trustedtrader.platform.publication.mongo.MongoDocumentVersions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Versions of the rules in the collection {@code policies}. */
@Component
final class MongoPolicyVersions extends MongoDocumentVersions {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static final AggregateType<DocumentVersion, DocumentVersion.Snapshot> TYPE =
            type("policy", "policies", PolicyPayload::of);

    MongoPolicyVersions(AggregateStoreFactory shared) {
        super(TYPE, shared);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PolicyPayload(
            String version,
            Instant effectiveFrom,
            String state,
            @Nullable Instant publishedAt,
            String reasonCode,
            JsonNode policy) {

        static PolicyPayload of(DocumentVersion version) {
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
