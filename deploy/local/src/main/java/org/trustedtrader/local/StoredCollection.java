package org.trustedtrader.local;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;

/** A collection that finds a document by its {@code _id} also when there are further conditions, as a real server does. */
final class StoredCollection extends H2Collection {

    private static final String ID = "_id";

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document order, int skip, int limit, int batchSize, Document fields) {
        Optional<String> id = id(query);
        if (id.isEmpty()) {
            return super.matchDocuments(query, order, skip, limit, batchSize, fields);
        }
        List<Document> found = Stream.ofNullable(getDocument(id.get())).toList();
        return matchDocumentsFromStream(found.stream(), query, order, skip, limit, batchSize, fields);
    }

    /** The one text that the identifier must be, if the query says so. */
    private static Optional<String> id(Document query) {
        if (query.get(ID) instanceof String id) {
            return Optional.of(id);
        }
        return query.get("$and") instanceof Collection<?> all
                ? all.stream()
                        .map(part -> part instanceof Document condition ? condition.get(ID) : null)
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .findFirst()
                : Optional.empty();
    }
}
