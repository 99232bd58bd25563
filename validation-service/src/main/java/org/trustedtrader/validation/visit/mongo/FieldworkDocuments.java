package org.trustedtrader.validation.visit.mongo;

import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.validation.visit.AreaRisk;
import org.trustedtrader.validation.visit.Fieldwork;
import org.trustedtrader.validation.visit.PersonPresent;
import org.trustedtrader.validation.visit.RiskLevel;

/** What happened at the site, as a document. */
final class FieldworkDocuments {

    private FieldworkDocuments() {}

    static @Nullable Document write(@Nullable Fieldwork fieldwork) {
        if (fieldwork == null) {
            return null;
        }
        List<Document> people = fieldwork.people().stream()
                .map(person -> new Document("name", person.name())
                        .append("position", person.position())
                        .append("side", person.side().name()))
                .toList();
        List<Document> areas = fieldwork.areas().stream()
                .map(area -> new Document("area", area.area())
                        .append("level", area.level().name())
                        .append("note", area.note()))
                .toList();
        return new Document("startedAt", Date.from(fieldwork.startedAt()))
                .append("people", people)
                .append("areas", areas);
    }

    static @Nullable Fieldwork read(@Nullable Document document) {
        if (document == null) {
            return null;
        }
        return new Fieldwork(
                document.getDate("startedAt").toInstant(),
                document.getList("people", Document.class).stream()
                        .map(person -> new PersonPresent(
                                person.getString("name"),
                                person.getString("position"),
                                PersonPresent.Side.valueOf(person.getString("side"))))
                        .toList(),
                document.getList("areas", Document.class).stream()
                        .map(area -> new AreaRisk(
                                area.getString("area"),
                                RiskLevel.valueOf(area.getString("level")),
                                area.getString("note")))
                        .toList());
    }
}
