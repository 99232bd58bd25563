package org.trustedtrader.benefits.decision.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.decision.Journal;
import org.trustedtrader.benefits.decision.JournalEntry;
import org.trustedtrader.benefits.decision.Kind;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.platform.refusal.Refusal;
import tools.jackson.databind.json.JsonMapper;

/**
 * The journal in the collection {@code decisions}, one document per answered question, inserted with the database's durable
 * write concern. Question and answer are JSON, packed where they are long.
 */
@Component
final class MongoJournal implements Journal {

    private final MongoCollection<Document> collection;
    private final JsonMapper json;
    private final ObjectProvider<Kind> kinds;

    /** @param kinds asked for at the first reading, since the kinds themselves write to the journal */
    MongoJournal(MongoDatabase database, JsonMapper json, ObjectProvider<Kind> kinds) {
        this.collection = database.getCollection("decisions");
        this.json = json;
        this.kinds = kinds;
    }

    @Override
    public void append(JournalEntry entry) {
        var moment = entry.moment();
        var document = new Document("_id", entry.id())
                .append("kind", entry.kind())
                .append("askedBy", entry.askedBy())
                .append("askedAt", Date.from(moment.askedAt()))
                .append("statusAgeNanos", moment.statusAge().toNanos())
                .append("leaseNanos", moment.lease().toNanos())
                .append("question", Packed.pack(json.writeValueAsString(entry.question())))
                .append("answer", Packed.pack(json.writeValueAsString(entry.answer())));
        try {
            collection.insertOne(document);
        } catch (MongoException e) {
            throw new Refusal.Unavailable("The answer cannot be recorded now, so it is not given. Ask again.");
        }
    }

    @Override
    public Optional<JournalEntry> find(String id) {
        return Optional.ofNullable(collection.find(Filters.eq("_id", id)).first())
                .map(this::read);
    }

    private JournalEntry read(Document document) {
        Map<String, Kind> byName = kinds.stream().collect(Collectors.toMap(Kind::name, Function.identity()));
        var kind = byName.get(document.getString("kind"));
        return new JournalEntry(
                document.getString("_id"),
                kind.name(),
                document.getString("askedBy"),
                new Moment(
                        document.getDate("askedAt").toInstant(),
                        Duration.ofNanos(document.getLong("statusAgeNanos")),
                        Duration.ofNanos(document.getLong("leaseNanos"))),
                json.readValue(Packed.unpack(document.get("question")), kind.question()),
                json.readValue(Packed.unpack(document.get("answer")), kind.answer()));
    }
}
