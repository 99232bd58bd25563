package org.trustedtrader.enrolment.letter.mongo;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.letter.Letter;
import org.trustedtrader.enrolment.letter.Letters;
import org.trustedtrader.enrolment.mongo.Duplicates;
import org.trustedtrader.enrolment.mongo.Ids;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;

/**
 * Letters in the collection {@code letters}. {@code letter_numbers} holds the last number of each year, and since when letters are
 * written.
 */
@Component
final class MongoLetters extends AggregateStore<Letter> implements Letters {

    /** The unique index keeps a change from having two letters. */
    static final AggregateType<Letter, Letter.Snapshot> TYPE = AggregateType.named("letter", "letters")
            .stored(Letter.Snapshot.class, Letter::snapshot, Letter::restore)
            .published(LetterAnnouncement::of)
            .indexed(
                    new IndexModel(
                            Indexes.ascending("state.source.subject", "state.source.version"),
                            new IndexOptions().unique(true)),
                    new IndexModel(Indexes.ascending("state.company", "_id")),
                    new IndexModel(Indexes.ascending("state.kind", "_id")),
                    new IndexModel(Indexes.ascending("state.state", "state.deemedServedAt")));

    private static final String START = "start";

    private final MongoCollection<Document> documents;
    private final MongoCollection<Document> numbers;
    private final Instant since;

    MongoLetters(AggregateStoreFactory shared) {
        super(TYPE, shared);
        documents = shared.database().getCollection("letters");
        numbers = shared.database().getCollection("letter_numbers");
        since = start().toInstant();
    }

    /**
     * A letter as other services may know it: without what it says.
     *
     * @param subject  what it is about: {@code membership/4f…}
     * @param language {@code en} or {@code fr}
     * @param servedAt null while it is not served
     * @param service  READ, MATTER_READ or DEEMED
     */
    record LetterAnnouncement(
            String number,
            String company,
            String kind,
            String subject,
            String language,
            Instant issuedAt,
            Instant deemedServedAt,
            String state,
            @Nullable Instant servedAt,
            @Nullable String service) {

        static LetterAnnouncement of(Letter letter) {
            var s = letter.snapshot();
            return new LetterAnnouncement(
                    letter.id(),
                    s.company(),
                    s.kind().name(),
                    s.source().subject(),
                    s.language().code(),
                    s.issuedAt(),
                    s.deemedServedAt(),
                    s.state().name(),
                    s.servedAt(),
                    s.service() == null ? null : s.service().name());
        }
    }

    @Override
    public List<Letter> page(Filter filter, Optional<String> after, int limit) {
        var conditions = new ArrayList<Bson>();
        if (filter.company() != null) {
            conditions.add(Filters.eq("state.company", filter.company()));
        }
        if (filter.subject() != null) {
            conditions.add(Filters.eq("state.source.subject", filter.subject()));
        }
        if (filter.kind() != null) {
            conditions.add(Filters.eq("state.kind", filter.kind().name()));
        }
        if (filter.served() != null) {
            var state = filter.served() ? Letter.State.SERVED : Letter.State.ISSUED;
            conditions.add(Filters.eq("state.state", state.name()));
        }
        return query(conditions.isEmpty() ? Filters.empty() : Filters.and(conditions), after.orElse(null), limit);
    }

    @Override
    public Optional<Letter> about(Letter.Source source) {
        var about = Filters.and(
                Filters.eq("state.source.subject", source.subject()),
                Filters.eq("state.source.version", source.version()));
        return query(about, null, 1).stream().findFirst();
    }

    @Override
    public List<String> unreadUntil(Instant moment, int limit) {
        return Ids.matching(
                documents,
                Filters.and(
                        Filters.eq("state.state", Letter.State.ISSUED.name()),
                        Filters.lt("state.deemedServedAt", Date.from(moment))),
                limit);
    }

    @Override
    public String nextNumber(int year) {
        var counter = Filters.eq("_id", String.valueOf(year));
        var counted = counted(counter);
        if (counted == null) {
            insertIfAbsent(new Document("_id", String.valueOf(year)).append("last", 0));
            counted = Objects.requireNonNull(counted(counter));
        }
        return "L-%d-%06d".formatted(year, counted.getInteger("last"));
    }

    private @Nullable Document counted(Bson counter) {
        return numbers.findOneAndUpdate(
                counter, Updates.inc("last", 1), new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER));
    }

    @Override
    public Instant since() {
        return since;
    }

    private Date start() {
        insertIfAbsent(new Document("_id", START).append("at", Date.from(Instant.now())));
        return Objects.requireNonNull(numbers.find(Filters.eq("_id", START)).first())
                .getDate("at");
    }

    private void insertIfAbsent(Document fresh) {
        try {
            numbers.insertOne(fresh);
        } catch (MongoWriteException e) {
            if (!Duplicates.caused(e)) {
                throw e;
            }
        }
    }
}
