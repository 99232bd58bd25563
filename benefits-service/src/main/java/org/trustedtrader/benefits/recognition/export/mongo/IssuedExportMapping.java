package org.trustedtrader.benefits.recognition.export.mongo;

import java.util.Date;
import org.bson.Document;
import org.trustedtrader.benefits.recognition.export.IssuedExport;
import org.trustedtrader.benefits.recognition.export.IssuedExport.Acknowledgement;
import org.trustedtrader.benefits.recognition.export.IssuedExport.Complaint;
import org.trustedtrader.benefits.recognition.export.IssuedExport.Terms;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.mongo.AggregateMapping;

final class IssuedExportMapping implements AggregateMapping<IssuedExport> {

    @Override
    public String aggregate() {
        return "export";
    }

    @Override
    public String collection() {
        return "exports";
    }

    @Override
    public Document state(IssuedExport export) {
        var terms = export.terms();
        return new Document("kind", terms.kind())
                .append("since", terms.since())
                .append("sequence", terms.sequence())
                .append("format", terms.format())
                .append("checksum", terms.checksum())
                .append("rows", terms.rows())
                .append(
                        "acknowledgements",
                        export.acknowledgements().stream()
                                .map(IssuedExportMapping::acknowledgement)
                                .toList());
    }

    @Override
    public IssuedExport restore(Aggregate.Stored stored, Document state) {
        var terms = new Terms(
                state.getString("kind"),
                state.getLong("since"),
                state.getLong("sequence"),
                state.getString("format"),
                state.getString("checksum"),
                state.getInteger("rows"));
        var acknowledgements = state.getList("acknowledgements", Document.class).stream()
                .map(IssuedExportMapping::acknowledgement)
                .toList();
        return new IssuedExport(stored, terms, acknowledgements);
    }

    @Override
    public Announced announcement(IssuedExport export) {
        return new Announced(export.id(), export.terms());
    }

    /** The event's data. */
    record Announced(String exportId, Terms terms) {}

    private static Document acknowledgement(Acknowledgement one) {
        return new Document("partner", one.partner())
                .append("checksum", one.checksum())
                .append("matches", one.matches())
                .append("at", Date.from(one.at()))
                .append(
                        "errors",
                        one.errors().stream()
                                .map(error -> new Document("row", error.row())
                                        .append("field", error.field())
                                        .append("code", error.code()))
                                .toList());
    }

    private static Acknowledgement acknowledgement(Document document) {
        return new Acknowledgement(
                document.getString("partner"),
                document.getString("checksum"),
                document.getBoolean("matches"),
                document.getList("errors", Document.class).stream()
                        .map(error -> new Complaint(
                                error.getInteger("row"), error.getString("field"), error.getString("code")))
                        .toList(),
                document.getDate("at").toInstant());
    }
}
