package org.trustedtrader.benefits.recognition.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.benefits.recognition.PartnerRegister;
import org.trustedtrader.benefits.recognition.PartnerRegister.Entry;
import org.trustedtrader.benefits.recognition.PartnerRegister.Progress;
import org.trustedtrader.border.recognition.Refresh;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.mongo.AggregateMapping;

final class PartnerRegisterMapping implements AggregateMapping<PartnerRegister> {

    @Override
    public String aggregate() {
        return "partner";
    }

    @Override
    public String collection() {
        return "partner_registers";
    }

    @Override
    public Document state(PartnerRegister register) {
        var progress = register.progress();
        var document = new Document("held", progress.held())
                .append(
                        "refreshes",
                        register.refreshes().stream()
                                .map(PartnerRegisterMapping::refresh)
                                .toList());
        append(document, "newest", progress.newest());
        append(document, "open", progress.open());
        if (progress.confirmed() != null) {
            document.append("confirmed", progress.confirmed());
        }
        return document;
    }

    @Override
    public PartnerRegister restore(Aggregate.Stored stored, Document state) {
        return new PartnerRegister(
                stored,
                new Progress(
                        entry(state.get("newest", Document.class)),
                        entry(state.get("open", Document.class)),
                        state.getBoolean("held"),
                        state.getString("confirmed")),
                state.getList("refreshes", Document.class).stream()
                        .map(r -> new Refresh(
                                r.getLong("version"), r.getDate("drawnAt").getTime()))
                        .toList());
    }

    @Override
    public Announced announcement(PartnerRegister register) {
        return new Announced(
                register.id(),
                register.refreshes().stream()
                        .map(r -> new AnnouncedRefresh(r.version(), Instant.ofEpochMilli(r.drawnAt())))
                        .toList());
    }

    /** The event's data: when the lists were drawn that were taken in whole. */
    record Announced(String partner, List<AnnouncedRefresh> refreshes) {}

    record AnnouncedRefresh(long version, Instant drawnAt) {}

    private static Document refresh(Refresh refresh) {
        return new Document("version", refresh.version()).append("drawnAt", new Date(refresh.drawnAt()));
    }

    private static void append(Document document, String name, @Nullable Entry entry) {
        if (entry != null) {
            document.append(
                    name,
                    new Document("listId", entry.listId())
                            .append("sequence", entry.sequence())
                            .append("drawnAt", Date.from(entry.drawnAt())));
        }
    }

    private static @Nullable Entry entry(@Nullable Document document) {
        return document == null
                ? null
                : new Entry(
                        document.getString("listId"),
                        document.getLong("sequence"),
                        document.getDate("drawnAt").toInstant());
    }
}
