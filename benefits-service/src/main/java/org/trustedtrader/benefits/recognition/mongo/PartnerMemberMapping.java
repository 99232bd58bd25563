package org.trustedtrader.benefits.recognition.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.benefits.recognition.PartnerMember;
import org.trustedtrader.benefits.recognition.Source;
import org.trustedtrader.benefits.recognition.Standing;
import org.trustedtrader.border.recognition.MemberFact.Period;
import org.trustedtrader.border.recognition.MemberState;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.mongo.AggregateMapping;

final class PartnerMemberMapping implements AggregateMapping<PartnerMember> {

    @Override
    public String aggregate() {
        return "partner-member";
    }

    @Override
    public String collection() {
        return "partner_members";
    }

    @Override
    public List<IndexModel> indexes() {
        return List.of(new IndexModel(Indexes.ascending("state.partner", "_id")));
    }

    @Override
    public Document state(PartnerMember member) {
        var standing = member.standing();
        return new Document("partner", member.source().partner())
                .append("listId", member.source().listId())
                .append("sequence", member.source().sequence())
                .append("state", standing.state().name())
                .append("reasonCode", standing.reasonCode())
                .append("since", Date.from(standing.since()))
                .append("nameDiffers", standing.nameDiffers())
                .append("details", DetailsDocuments.write(member.details()))
                .append(
                        "spells",
                        member.spells().stream()
                                .map(PartnerMemberMapping::spell)
                                .toList());
    }

    @Override
    public PartnerMember restore(Aggregate.Stored stored, Document state) {
        return new PartnerMember(
                stored,
                DetailsDocuments.read(state.get("details", Document.class)),
                new Standing(
                        MemberState.valueOf(state.getString("state")),
                        state.getString("reasonCode"),
                        state.getDate("since").toInstant(),
                        state.getBoolean("nameDiffers")),
                new Source(state.getString("partner"), state.getString("listId"), state.getLong("sequence")),
                state.getList("spells", Document.class).stream()
                        .map(PartnerMemberMapping::spell)
                        .toList());
    }

    @Override
    public Announced announcement(PartnerMember member) {
        var standing = member.standing();
        return new Announced(
                member.id(),
                member.source().partner(),
                standing.state().name(),
                standing.reasonCode(),
                standing.since(),
                standing.nameDiffers(),
                member.spells().stream().map(PartnerMemberMapping::announced).toList());
    }

    /** The event's data. Names and addresses stay here. */
    record Announced(
            String tin,
            String partner,
            String state,
            String reasonCode,
            Instant effectiveAt,
            boolean nameDiffers,
            List<AnnouncedSpell> spells) {}

    record AnnouncedSpell(
            long version,
            Instant from,
            String state,
            List<String> linesOfBusiness,
            @Nullable Instant ends) {}

    private static AnnouncedSpell announced(Period spell) {
        return new AnnouncedSpell(
                spell.version(),
                Instant.ofEpochMilli(spell.from()),
                spell.state().name(),
                spell.lines().stream().sorted().toList(),
                spell.ends() == Long.MAX_VALUE ? null : Instant.ofEpochMilli(spell.ends()));
    }

    private static Document spell(Period spell) {
        var document = new Document("version", spell.version())
                .append("from", new Date(spell.from()))
                .append("state", spell.state().name())
                .append("lines", spell.lines().stream().sorted().toList());
        if (spell.ends() != Long.MAX_VALUE) {
            document.append("ends", new Date(spell.ends()));
        }
        return document;
    }

    private static Period spell(Document document) {
        return new Period(
                document.getLong("version"),
                document.getDate("from").getTime(),
                MemberState.valueOf(document.getString("state")),
                new HashSet<>(document.getList("lines", String.class)),
                document.containsKey("ends") ? document.getDate("ends").getTime() : Long.MAX_VALUE);
    }
}
