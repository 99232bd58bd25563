package org.trustedtrader.assessment.review.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;

/** Reads and writes fields that may be absent: an absent value is a field left out, never a null. */
final class Fields {

    private Fields() {}

    static Document text(Document document, String name, Optional<String> value) {
        value.ifPresent(present -> document.append(name, present));
        return document;
    }

    static Optional<String> text(Document document, String name) {
        return Optional.ofNullable(document.getString(name));
    }

    static Document day(Document document, String name, Optional<LocalDate> value) {
        return text(document, name, value.map(LocalDate::toString));
    }

    static Optional<LocalDate> day(Document document, String name) {
        return text(document, name).map(LocalDate::parse);
    }

    static Document time(Document document, String name, Optional<Instant> value) {
        value.ifPresent(present -> document.append(name, Date.from(present)));
        return document;
    }

    static Optional<Instant> time(Document document, String name) {
        return Optional.ofNullable(document.getDate(name)).map(Date::toInstant);
    }

    static <T> List<T> list(Document document, String name, Function<Document, T> read) {
        return document.getList(name, Document.class).stream().map(read).toList();
    }
}
