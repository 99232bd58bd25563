package org.trustedtrader.benefits.recognition.export.mongo;

import org.bson.Document;
import org.trustedtrader.benefits.recognition.export.ExportBook;
import org.trustedtrader.benefits.recognition.export.OurMember;
import org.trustedtrader.benefits.recognition.mongo.DetailsDocuments;
import org.trustedtrader.border.recognition.MemberState;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.mongo.AggregateMapping;

final class ExportBookMapping implements AggregateMapping<ExportBook> {

    @Override
    public String aggregate() {
        return "export-book";
    }

    @Override
    public String collection() {
        return "export_books";
    }

    @Override
    public Document state(ExportBook book) {
        return new Document("sequence", book.sequence())
                .append(
                        "entries",
                        book.entries().stream().map(ExportBookMapping::entry).toList());
    }

    @Override
    public ExportBook restore(Aggregate.Stored stored, Document state) {
        var entries = state.getList("entries", Document.class).stream()
                .map(ExportBookMapping::entry)
                .toList();
        return new ExportBook(stored, state.getLong("sequence"), entries);
    }

    @Override
    public Announced announcement(ExportBook book) {
        return new Announced(book.sequence(), book.entries().size());
    }

    /** The event's data: our list has changed; who wants to know how asks for it. */
    record Announced(long sequence, int members) {}

    private static Document entry(ExportBook.Entry entry) {
        return new Document("tin", entry.member().tin())
                .append("status", entry.member().status().name())
                .append("details", DetailsDocuments.write(entry.member().details()))
                .append("sequence", entry.sequence());
    }

    private static ExportBook.Entry entry(Document document) {
        var member = new OurMember(
                document.getString("tin"),
                MemberState.valueOf(document.getString("status")),
                DetailsDocuments.read(document.get("details", Document.class)));
        return new ExportBook.Entry(member, document.getLong("sequence"));
    }
}
