package org.trustedtrader.benefits.status.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trustedtrader.border.status.StoreUnavailableException;
import org.trustedtrader.border.trader.Revision;

/**
 * Files of states in one collection. Each is one document, to which states are only ever added. A version that could not be
 * read has a name of its own there, so that it can be read later.
 */
final class RevisionFiles {

    private static final Logger LOG = LoggerFactory.getLogger(RevisionFiles.class);
    private static final String STATES = RevisionDocuments.STATES;
    private static final String KEYS = STATES + "." + RevisionDocuments.KEY;

    private static final FindOneAndUpdateOptions CHANGED =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<Document> collection;

    RevisionFiles(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    /** What another replica has stored already is read and not written again. */
    Map<String, List<Revision>> append(Map<String, List<Revision>> added) {
        var found = files(added.keySet());
        List<WriteModel<Document>> writes = new ArrayList<>();
        Map<String, List<Revision>> all = new HashMap<>();
        added.forEach((file, states) -> {
            var document = found.get(file);
            var kept = document == null ? List.<Revision>of() : RevisionDocuments.readAll(document);
            var keys = document == null ? Set.<String>of() : RevisionDocuments.keys(document);
            var missing = states.stream()
                    .filter(revision -> !keys.contains(RevisionDocuments.key(revision)))
                    .map(RevisionDocuments::write)
                    .toList();
            if (document == null) {
                writes.add(new InsertOneModel<>(beginning(file, missing)));
            } else {
                missing.forEach(state -> writes.add(new UpdateOneModel<>(without(file, state), adding(state))));
            }
            all.put(
                    file,
                    Stream.concat(kept.stream(), missing.stream().map(RevisionDocuments::read))
                            .toList());
        });
        return writes.isEmpty() || isWritten(writes) ? all : appendSingly(added);
    }

    private Map<String, Document> files(Collection<String> names) {
        Map<String, Document> found = new HashMap<>();
        collection.find(Filters.in("_id", names)).forEach(file -> found.put(file.getString("_id"), file));
        return found;
    }

    /** @return false if something was not written, perhaps because somebody else began the same file in between */
    private boolean isWritten(List<WriteModel<Document>> writes) {
        try {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            return true;
        } catch (MongoBulkWriteException e) {
            return false;
        }
    }

    private Map<String, List<Revision>> appendSingly(Map<String, List<Revision>> added) {
        Map<String, List<Revision>> all = new HashMap<>();
        added.forEach((file, states) -> {
            for (var revision : states) {
                all.put(file, append(file, revision));
            }
        });
        return all;
    }

    private List<Revision> append(String file, Revision revision) {
        var state = RevisionDocuments.write(revision);
        return add(file, state)
                .or(() -> begin(file, state))
                .or(() -> add(file, state))
                .map(RevisionDocuments::readAll)
                .orElseGet(() -> read(file));
    }

    List<Revision> read(String file) {
        try {
            var found = collection.find(Filters.eq("_id", file)).first();
            return found == null ? List.of() : RevisionDocuments.readAll(found);
        } catch (MongoException e) {
            throw new StoreUnavailableException(e);
        }
    }

    List<String> names() {
        return collection
                .find()
                .projection(Projections.include("_id"))
                .map(file -> file.getString("_id"))
                .into(new ArrayList<>());
    }

    /**
     * Hands out those files. One that cannot be used stops neither the others nor the start: it is reported, and the trader
     * that it is about is granted nothing.
     */
    void forEach(Bson which, BiConsumer<String, List<Revision>> consumer) {
        collection.find(which).forEach(file -> {
            try {
                if (!(file.get("_id") instanceof String name && Revision.isSubject(name))) {
                    throw new IllegalArgumentException("no company, membership or card");
                }
                consumer.accept(name, RevisionDocuments.readAll(file));
            } catch (RuntimeException e) {
                LOG.error("alarm=stored-file-skipped file={} reason={}", file.get("_id"), e.getMessage());
            }
        });
    }

    /** @return the file with the state; none if there is no such file, or if the state was in it */
    private Optional<Document> add(String file, Document state) {
        return Optional.ofNullable(collection.findOneAndUpdate(without(file, state), adding(state), CHANGED));
    }

    /** @return the file that now begins with the state; none if there is such a file already */
    private Optional<Document> begin(String file, Document state) {
        var document = beginning(file, List.of(state));
        return begin(document) ? Optional.of(document) : Optional.empty();
    }

    private static Document beginning(String file, List<Document> states) {
        return new Document("_id", file).append(STATES, states);
    }

    private static Bson without(String file, Document state) {
        return Filters.and(Filters.eq("_id", file), Filters.ne(KEYS, state.getString(RevisionDocuments.KEY)));
    }

    private static Bson adding(Document state) {
        return Updates.push(STATES, state);
    }

    /** @return false if there is a document of that name already */
    boolean begin(Document document) {
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
