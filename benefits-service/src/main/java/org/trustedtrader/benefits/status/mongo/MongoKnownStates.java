package org.trustedtrader.benefits.status.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.trustedtrader.border.keeping.KnownStates;
import org.trustedtrader.border.keeping.StoreAway;
import org.trustedtrader.border.trader.Known;

/**
 * Each file is one document of the collection {@code known_files}, to which states are only ever added. A version that could
 * not be read has a name of its own there, so that it can be read later.
 */
@Component
final class MongoKnownStates implements KnownStates {

    private static final int AT_ONCE = 500;
    private static final String NAME = "name";
    private static final String STATES = KnownDocuments.STATES;
    private static final String CHANGED_AT = "changedAt";
    private static final String KEYS = STATES + "." + KnownDocuments.KEY;

    private static final FindOneAndUpdateOptions CHANGED =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> collection;

    MongoKnownStates(MongoDatabase database) {
        this.collection = database.getCollection("known_files");
        collection.createIndex(Indexes.ascending(CHANGED_AT));
    }

    @Override
    public List<Known> append(String file, Known known) {
        var state = KnownDocuments.write(known);
        return add(file, state)
                .or(() -> begin(file, state))
                .or(() -> add(file, state))
                .map(KnownDocuments::readAll)
                .orElseGet(() -> read(file));
    }

    @Override
    public List<Known> read(String file) {
        try {
            var found = collection.find(Filters.eq("_id", file)).first();
            return found == null ? List.of() : KnownDocuments.readAll(found);
        } catch (MongoException e) {
            throw new StoreAway(e);
        }
    }

    @Override
    public List<String> orphans() {
        var memberships = Filters.and(
                Filters.gte("_id", Known.MEMBERSHIP), Filters.lt("_id", Known.MEMBERSHIP + Character.MAX_VALUE));
        return names(memberships);
    }

    /** Made up by whoever asks first, and kept beside the files. */
    @Override
    public String name() {
        var named = collection.find(Filters.eq("_id", NAME)).first();
        if (named == null) {
            begin(new Document("_id", NAME).append(NAME, UUID.randomUUID().toString()));
            named = Objects.requireNonNull(
                    collection.find(Filters.eq("_id", NAME)).first());
        }
        return named.getString(NAME);
    }

    /** Some at a time: after a surge it may be all, and no answer of the database may take longer than one is waited for. */
    @Override
    public void changedSince(Instant since, BiConsumer<String, List<Known>> consumer) {
        var changed = names(Filters.gte(CHANGED_AT, Date.from(since)));
        for (int from = 0; from < changed.size(); from += AT_ONCE) {
            var some = changed.subList(from, Math.min(from + AT_ONCE, changed.size()));
            handOut(Filters.in("_id", some), consumer);
        }
    }

    @Override
    public void forEach(BiConsumer<String, List<Known>> consumer) {
        handOut(Filters.ne("_id", NAME), consumer);
    }

    private List<String> names(Bson which) {
        return collection
                .find(which)
                .projection(Projections.include("_id"))
                .map(file -> file.getString("_id"))
                .into(new ArrayList<>());
    }

    private void handOut(Bson which, BiConsumer<String, List<Known>> consumer) {
        collection.find(which).forEach(file -> consumer.accept(file.getString("_id"), KnownDocuments.readAll(file)));
    }

    /** @return the file with the state; none if there is no such file, or if the state was in it */
    private Optional<Document> add(String file, Document state) {
        var absent = Filters.and(Filters.eq("_id", file), Filters.ne(KEYS, state.getString(KnownDocuments.KEY)));
        return Optional.ofNullable(collection.findOneAndUpdate(
                absent, Updates.combine(Updates.push(STATES, state), Updates.set(CHANGED_AT, new Date())), CHANGED));
    }

    /** @return the file that now begins with the state; none if there is such a file already */
    private Optional<Document> begin(String file, Document state) {
        var document = new Document("_id", file).append(STATES, List.of(state)).append(CHANGED_AT, new Date());
        return begin(document) ? Optional.of(document) : Optional.empty();
    }

    private boolean begin(Document document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }
}
