package org.trustedtrader.enrolment.monitoring.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.monitoring.Disclosure;
import org.trustedtrader.enrolment.monitoring.MonitoringAnswer;
import org.trustedtrader.enrolment.monitoring.MonitoringAnswers;
import org.trustedtrader.platform.mongo.codec.RecordCodec;

/** Answers about partners in the collection {@code monitoring_answers}. */
@Component
final class MongoMonitoringAnswers implements MonitoringAnswers {

    static final RecordCodec<StoredAnswer> CODEC = RecordCodec.builder(StoredAnswer.class)
            .renamed(StoredAnswer.class, "decisionId", "_id")
            .build();

    private final MongoCollection<Document> collection;

    MongoMonitoringAnswers(MongoDatabase database) {
        this.collection = database.getCollection("monitoring_answers");
    }

    /** @param versions a list, because a subject holds characters that a field name should not */
    record StoredAnswer(
            String decisionId,
            String askedBy,
            String asker,
            String scheme,
            String identifier,
            Disclosure disclosure,
            List<MonitoringAnswer.Reason> reasons,
            List<SeenVersion> versions,
            Instant asOf,
            Instant validUntil) {

        record SeenVersion(String subject, long version) {}

        static StoredAnswer of(MonitoringAnswer answer) {
            return new StoredAnswer(
                    answer.decisionId(),
                    answer.askedBy(),
                    answer.asker(),
                    answer.scheme(),
                    answer.identifier(),
                    answer.disclosure(),
                    answer.reasons().stream().sorted().toList(),
                    answer.versions().entrySet().stream()
                            .map(seen -> new SeenVersion(seen.getKey(), seen.getValue()))
                            .toList(),
                    answer.asOf(),
                    answer.validUntil());
        }

        MonitoringAnswer answer() {
            var seen = new TreeMap<String, Long>();
            versions.forEach(version -> seen.put(version.subject(), version.version()));
            return new MonitoringAnswer(
                    decisionId, askedBy, asker, scheme, identifier, disclosure, reasons, seen, asOf, validUntil);
        }
    }

    @Override
    public void append(MonitoringAnswer answer) {
        collection.insertOne(CODEC.write(StoredAnswer.of(answer)));
    }

    @Override
    public Optional<MonitoringAnswer> find(String decisionId) {
        return Optional.ofNullable(
                        collection.find(Filters.eq("_id", decisionId)).first())
                .map(document -> CODEC.read(document).answer());
    }
}
