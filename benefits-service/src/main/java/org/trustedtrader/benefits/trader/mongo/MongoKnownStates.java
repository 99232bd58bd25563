package org.trustedtrader.benefits.trader.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.trustedtrader.border.trader.Known;
import org.trustedtrader.border.trader.KnownStates;

/**
 * Each known state is one document of the collection {@code known_states}, named by subject and version, inserted and never
 * touched again. A version that could not be read has a name of its own, so that it can be read later.
 */
@Component
final class MongoKnownStates implements KnownStates {

    private final MongoCollection<Document> collection;

    MongoKnownStates(MongoDatabase database) {
        this.collection = database.getCollection("known_states");
    }

    @Override
    public void append(Known known) {
        try {
            collection.insertOne(KnownDocuments.write(known));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    @Override
    public void forEach(Consumer<Known> consumer) {
        collection.find().map(KnownDocuments::read).forEach(consumer);
    }
}
