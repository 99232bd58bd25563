package org.trustedtrader.benefits.recognition.export.mongo;

import org.bson.Document;
import org.trustedtrader.benefits.recognition.export.ExportRegister;
import org.trustedtrader.benefits.recognition.export.ExportedMember;
import org.trustedtrader.benefits.recognition.mongo.DetailsDocuments;
import org.trustedtrader.border.recognition.MemberState;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.mongo.AggregateMapping;

final class ExportRegisterMapping implements AggregateMapping<ExportRegister> {

    @Override
    public String aggregate() {
        return "export-book";
    }

    @Override
    public String collection() {
        return "export_books";
    }

    @Override
    public Document state(ExportRegister book) {
        return new Document("sequence", book.sequence())
                .append(
                        "entries",
                        book.entries().stream().map(ExportRegisterMapping::entry).toList());
    }

    @Override
    public ExportRegister restore(Aggregate.Stored stored, Document state) {
        var entries = state.getList("entries", Document.class).stream()
                .map(ExportRegisterMapping::entry)
                .toList();
        return new ExportRegister(stored, state.getLong("sequence"), entries);
    }

    @Override
    public Announced announcement(ExportRegister book) {
        return new Announced(book.sequence(), book.entries().size());
    }

    /** The event's data: our list has changed; who wants to know how asks for it. */
    record Announced(long sequence, int members) {}

    private static Document entry(ExportRegister.Entry entry) {
        return new Document("tin", entry.member().tin())
                .append("status", entry.member().status().name())
                .append("details", DetailsDocuments.write(entry.member().details()))
                .append("sequence", entry.sequence());
    }

    private static ExportRegister.Entry entry(Document document) {
        var member = new ExportedMember(
                document.getString("tin"),
                MemberState.valueOf(document.getString("status")),
                DetailsDocuments.read(document.get("details", Document.class)));
        return new ExportRegister.Entry(member, document.getLong("sequence"));
    }
}
