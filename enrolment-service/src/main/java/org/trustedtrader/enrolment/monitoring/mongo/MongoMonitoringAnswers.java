package org.trustedtrader.enrolment.monitoring.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.mongo.Fields;
import org.trustedtrader.enrolment.monitoring.Disclosure;
import org.trustedtrader.enrolment.monitoring.MonitoringAnswer;
import org.trustedtrader.enrolment.monitoring.MonitoringAnswers;

/** Answers about partners in the collection {@code monitoring_answers}. */
@Component
final class MongoMonitoringAnswers implements MonitoringAnswers {

    private final MongoCollection<Document> collection;

    MongoMonitoringAnswers(MongoDatabase database) {
        this.collection = database.getCollection("monitoring_answers");
    }

    @Override
    public void append(MonitoringAnswer answer) {
        collection.insertOne(Fields.empty()
                .put("_id", answer.decisionId())
                .put("askedBy", answer.askedBy())
                .put("asker", answer.asker())
                .put("scheme", answer.scheme())
                .put("identifier", answer.identifier())
                .put("disclosure", answer.disclosure())
                .putEnums("reasons", answer.reasons())
                .put("versions", versions(answer))
                .put("asOf", answer.asOf())
                .put("validUntil", answer.validUntil())
                .document());
    }

    @Override
    public Optional<MonitoringAnswer> find(String decisionId) {
        return Optional.ofNullable(collection
                .find(Filters.eq("_id", decisionId))
                .map(MongoMonitoringAnswers::read)
                .first());
    }

    /** As a list, because a subject holds characters that a field name should not. */
    private static List<Document> versions(MonitoringAnswer answer) {
        return answer.versions().entrySet().stream()
                .map(e -> new Document("subject", e.getKey()).append("version", e.getValue()))
                .toList();
    }

    private static MonitoringAnswer read(Document document) {
        var fields = new Fields(document);
        var versions = new TreeMap<String, Long>();
        document.getList("versions", Document.class)
                .forEach(v -> versions.put(v.getString("subject"), v.getLong("version")));
        return new MonitoringAnswer(
                fields.text("_id"),
                fields.text("askedBy"),
                fields.text("asker"),
                fields.text("scheme"),
                fields.text("identifier"),
                fields.constant("disclosure", Disclosure.class),
                document.getList("reasons", String.class).stream()
                        .map(MonitoringAnswer.Reason::valueOf)
                        .toList(),
                versions,
                fields.instant("asOf"),
                fields.instant("validUntil"));
    }
}
