package org.trustedtrader.benefits.recognition.mongo;

import java.util.Date;
import org.bson.Document;
import org.trustedtrader.benefits.recognition.ListHeader;
import org.trustedtrader.benefits.recognition.PartnerList;
import org.trustedtrader.benefits.recognition.PartnerList.Outcome;
import org.trustedtrader.benefits.recognition.PartnerList.Result;
import org.trustedtrader.benefits.recognition.RowCode;
import org.trustedtrader.benefits.recognition.RowError;
import org.trustedtrader.benefits.recognition.RowCounts;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.mongo.AggregateMapping;

final class PartnerListMapping implements AggregateMapping<PartnerList> {

    @Override
    public String aggregate() {
        return "partner-list";
    }

    @Override
    public String collection() {
        return "partner_lists";
    }

    @Override
    public Document state(PartnerList list) {
        var header = list.header();
        var result = list.result();
        return new Document("partner", list.partner())
                .append("kind", header.kind().name())
                .append("sequence", header.sequence())
                .append("drawnAt", Date.from(header.drawnAt()))
                .append("checksum", header.checksum())
                .append("outcome", result.outcome().name())
                .append("tally", tally(result.tally()))
                .append(
                        "errors",
                        result.errors().stream().map(PartnerListMapping::error).toList())
                .append("omitted", result.omitted());
    }

    @Override
    public PartnerList restore(Aggregate.Stored stored, Document state) {
        var header = new ListHeader(
                ListHeader.Kind.valueOf(state.getString("kind")),
                state.getLong("sequence"),
                state.getDate("drawnAt").toInstant(),
                state.getString("checksum"));
        var errors = state.getList("errors", Document.class).stream()
                .map(PartnerListMapping::error)
                .toList();
        var result = new Result(
                Outcome.valueOf(state.getString("outcome")),
                tally(state.get("tally", Document.class)),
                errors,
                state.getInteger("omitted"));
        return new PartnerList(stored, state.getString("partner"), header, result);
    }

    @Override
    public Announced announcement(PartnerList list) {
        return new Announced(
                list.id(),
                list.partner(),
                list.header().kind().name(),
                list.header().sequence(),
                list.header().checksum(),
                list.result().outcome().name(),
                list.result().tally());
    }

    /** The event's data. */
    record Announced(
            String listId, String partner, String kind, long sequence, String checksum, String outcome, RowCounts tally) {}

    static Document error(RowError error) {
        return new Document("row", error.row())
                .append("tin", error.tin())
                .append("field", error.field())
                .append("code", error.code().name());
    }

    static RowError error(Document document) {
        return new RowError(
                document.getInteger("row"),
                document.getString("tin"),
                document.getString("field"),
                RowCode.valueOf(document.getString("code")));
    }

    private static Document tally(RowCounts tally) {
        return new Document("received", tally.received())
                .append("accepted", tally.accepted())
                .append("unchanged", tally.unchanged())
                .append("quarantined", tally.quarantined())
                .append("suspended", tally.suspended())
                .append("revoked", tally.revoked())
                .append("missing", tally.missing())
                .append("flagged", tally.flagged());
    }

    private static RowCounts tally(Document document) {
        return new RowCounts(
                document.getInteger("received"),
                document.getInteger("accepted"),
                document.getInteger("unchanged"),
                document.getInteger("quarantined"),
                document.getInteger("suspended"),
                document.getInteger("revoked"),
                document.getInteger("missing"),
                document.getInteger("flagged"));
    }
}
