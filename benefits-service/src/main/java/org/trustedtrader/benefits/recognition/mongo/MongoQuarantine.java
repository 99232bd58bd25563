package org.trustedtrader.benefits.recognition.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.recognition.Quarantine;
import org.trustedtrader.benefits.recognition.RowError;
import org.trustedtrader.platform.mongo.codec.RecordCodec;

/** One document for each thing that is wrong, in the collection {@code partner_quarantine}, named by list, row and count. */
@Component
final class MongoQuarantine implements Quarantine {

    private static final int AT_ONCE = 1000;
    private static final RecordCodec<RowError> ERRORS = RecordCodec.of(RowError.class);

    private final MongoCollection<Document> collection;

    MongoQuarantine(MongoDatabase database) {
        this.collection = database.getCollection("partner_quarantine");
        collection.createIndex(Indexes.ascending("partner", "_id"));
    }

    @Override
    public void replace(String partner, String listId, List<RowError> errors) {
        collection.deleteMany(Filters.and(Filters.eq("partner", partner), Filters.eq("listId", listId)));
        List<Document> chunk = new ArrayList<>();
        for (int i = 0; i < errors.size(); i++) {
            var error = errors.get(i);
            chunk.add(ERRORS.write(error)
                    .append("_id", "%s/%07d/%07d".formatted(listId, error.row(), i))
                    .append("partner", partner)
                    .append("listId", listId));
            if (chunk.size() == AT_ONCE || i == errors.size() - 1) {
                collection.insertMany(chunk);
                chunk.clear();
            }
        }
    }

    @Override
    public void keepOnly(String partner, String listId) {
        var before = Filters.or(Filters.lt("listId", listId), Filters.gt("listId", listId));
        collection.deleteMany(Filters.and(Filters.eq("partner", partner), before));
    }

    @Override
    public List<Entry> page(String partner, String after, int limit) {
        return collection
                .find(Filters.and(Filters.eq("partner", partner), Filters.gt("_id", after)))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(document ->
                        new Entry(document.getString("_id"), document.getString("listId"), ERRORS.read(document)))
                .into(new ArrayList<>());
    }
}
