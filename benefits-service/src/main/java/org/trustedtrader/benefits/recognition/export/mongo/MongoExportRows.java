package org.trustedtrader.benefits.recognition.export.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.recognition.export.ExportList.Entry;
import org.trustedtrader.benefits.recognition.export.ExportRows;
import org.trustedtrader.platform.mongo.codec.RecordCodec;

/** The rows in the collection {@code export_rows}, named by set and TIN; {@code sequence} is that of the list with the set. */
@Component
final class MongoExportRows implements ExportRows {

    static final RecordCodec<Entry> ROWS =
            RecordCodec.builder(Entry.class).inlined(Entry.class, "member").build();

    private static final int AT_ONCE = 1000;
    private static final DocumentCodec BSON = new DocumentCodec();

    private final MongoCollection<Document> collection;

    MongoExportRows(MongoDatabase database) {
        this.collection = database.getCollection("export_rows");
        collection.createIndex(Indexes.ascending("set", "_id"));
        collection.createIndex(Indexes.ascending("sequence"));
    }

    @Override
    public RowSet write(long sequence, List<Entry> rows) {
        var set = UUID.randomUUID().toString();
        var digest = sha256();
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            var chunk = new ArrayList<Document>();
            for (var entry : rows.subList(from, Math.min(from + AT_ONCE, rows.size()))) {
                var row = ROWS.write(entry);
                add(row, digest);
                chunk.add(new Document("_id", set + "/" + entry.member().tin())
                        .append("set", set)
                        .append("sequence", sequence)
                        .append("row", row));
            }
            collection.insertMany(chunk);
        }
        return new RowSet(set, rows.size(), hex(digest));
    }

    @Override
    public Optional<List<Entry>> read(RowSet set) {
        var digest = sha256();
        var entries = new ArrayList<Entry>();
        for (var document : collection.find(Filters.eq("set", set.id())).sort(Sorts.ascending("_id"))) {
            var row = document.get("row", Document.class);
            add(row, digest);
            entries.add(ROWS.read(row));
        }
        var read = new RowSet(set.id(), entries.size(), hex(digest));
        return read.equals(set) ? Optional.of(entries) : Optional.empty();
    }

    @Override
    public void deleteOthers(long sequence, RowSet current) {
        collection.deleteMany(Filters.and(Filters.lte("sequence", sequence), Filters.ne("set", current.id())));
    }

    /** Over the stored bytes, so that a later version that reads more fields finds the same digest. */
    private static void add(Document row, MessageDigest digest) {
        digest.update(new RawBsonDocument(row, BSON).getByteBuffer().asNIO());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
