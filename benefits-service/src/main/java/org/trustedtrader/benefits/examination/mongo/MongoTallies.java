package org.trustedtrader.benefits.examination.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.examination.Tallies;
import org.trustedtrader.benefits.examination.Tally;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

@Component
final class MongoTallies implements Tallies {

    private final MongoCollection<Document> blocks;
    private final MongoCollection<Document> runs;

    MongoTallies(MongoDatabase database) {
        this.blocks = database.getCollection("decision_blocks");
        this.runs = database.getCollection("decision_runs");
    }

    @Override
    public List<Tally> between(LocalDate from, LocalDate to) {
        return orUnavailable(() -> {
            var tallies = new ArrayList<Tally>();
            blocks.find(Filters.and(
                            Filters.gte(ExaminationSummary.LAST_DAY, from.toString()),
                            Filters.lte(ExaminationSummary.FIRST_DAY, to.toString())))
                    .projection(Projections.include(ExaminationSummary.FIELD))
                    .map(document -> ExaminationSummary.read(document.get(ExaminationSummary.FIELD, Document.class)))
                    .forEach(tallies::addAll);
            tallies.removeIf(tally -> tally.day().isBefore(from) || tally.day().isAfter(to));
            return tallies;
        });
    }

    @Override
    public Optional<Instant> completeUntil() {
        return orUnavailable(() ->
                runs
                        .find()
                        .map(run -> run.get("completeUntil", Date.class).toInstant())
                        .into(new ArrayList<>())
                        .stream()
                        .min(Instant::compareTo));
    }

    private static <T> T orUnavailable(Supplier<T> read) {
        try {
            return read.get();
        } catch (MongoException e) {
            throw new Refusal.Unavailable(Message.of("benefits.examination.unavailable"));
        }
    }
}
