package org.trustedtrader.local;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** One database of the embedded server, with maps that know what they hold. A map that is open stays of the type it has. */
final class StoredDatabase extends H2Database {

    private final MVStore store;

    StoredDatabase(String name, MVStore store, CursorRegistry cursors) {
        this.store = store;
        super(name, store, cursors);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        store.openMap(
                getFullCollectionNamespace(collection) + "._index_" + index,
                new MVMap.Builder<KeyValue, Object>().keyType(new BsonKeyOrder()));
        return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
        String name = getFullCollectionNamespace(collection);
        return new StoredCollection(
                this,
                collection,
                options,
                store.openMap("databases." + name, new MVMap.Builder<Object, Document>().valueType(new BsonRecords())),
                store.openMap("meta." + name),
                cursorRegistry);
    }
}
