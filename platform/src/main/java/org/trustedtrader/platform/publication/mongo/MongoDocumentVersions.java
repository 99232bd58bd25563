package org.trustedtrader.platform.publication.mongo;

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
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;
import org.trustedtrader.platform.mongo.codec.RecordCodec;
import org.trustedtrader.platform.publication.DocumentVersion;
import org.trustedtrader.platform.publication.DocumentVersions;
import org.trustedtrader.platform.publication.PublicationState;
import org.trustedtrader.platform.refusal.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The versions of one kind of document in a collection of their own. */
public class MongoDocumentVersions extends AggregateStore<DocumentVersion> implements DocumentVersions {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST = 10_000;

    /** Only published versions have {@code rulesFrom}, so that no two of them can have the same. */
    private static final RecordCodec<DocumentVersion.Snapshot> CODEC = RecordCodec.builder(
                    DocumentVersion.Snapshot.class)
            .text(PublicationState.class, Enum::name, PublicationState::of)
            .absent(DocumentVersion.Snapshot.class, "state", PublicationState.NOT_UNDERSTOOD)
            .derived("rulesFrom", version -> version.publishedAt() == null ? null : version.effectiveFrom())
            .build();

    private final String kind;

    protected MongoDocumentVersions(
            AggregateType<DocumentVersion, DocumentVersion.Snapshot> type, AggregateStoreFactory shared) {
        super(type, shared);
        this.kind = type.aggregate();
    }

    /** Versions that are announced as {@link DocumentPayload}. */
    public static AggregateType<DocumentVersion, DocumentVersion.Snapshot> type(String kind, String collection) {
        return type(kind, collection, DocumentPayload::of);
    }

    /** @param payload how a version is announced */
    public static AggregateType<DocumentVersion, DocumentVersion.Snapshot> type(
            String kind, String collection, Function<DocumentVersion, ?> payload) {
        return AggregateType.named(kind, collection)
                .stored(CODEC, DocumentVersion::snapshot, DocumentVersion::restore)
                .published(payload)
                .indexed(new IndexModel(
                        Indexes.ascending("state.rulesFrom"),
                        new IndexOptions().unique(true).sparse(true)));
    }

    @Override
    public List<DocumentVersion> all() {
        return query(new Document(), null, MOST);
    }

    @Override
    public List<DocumentVersion> published() {
        return query(Filters.gt("state.rulesFrom", new Date(0)), null, MOST);
    }

    @Override
    public DocumentVersion change(String id, Command command, Consumer<DocumentVersion> verb) {
        try {
            return super.change(id, command, verb);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            throw new Refusal.RuleBroken(kind + "-date-taken", Message.of("publication.date-taken"));
        }
    }

    /** A version as every service may know it; officers' ids are not in it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DocumentPayload(
            String version,
            Instant effectiveFrom,
            String state,
            @Nullable Instant publishedAt,
            String reasonCode,
            JsonNode document) {

        static DocumentPayload of(DocumentVersion version) {
            var s = version.snapshot();
            return new DocumentPayload(
                    version.id(),
                    s.effectiveFrom(),
                    s.state().name(),
                    s.publishedAt(),
                    s.reasonCode(),
                    JSON.readTree(s.file()));
        }
    }
}
