package org.trustedtrader.benefits.status.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trustedtrader.border.policy.Tier;
import org.trustedtrader.border.trader.CardFact;
import org.trustedtrader.border.trader.CompanyFact;
import org.trustedtrader.border.trader.Fact;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.border.trader.MembershipStatus;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Scheme;
import org.trustedtrader.border.trader.UnreadableFact;

/** Revision states as documents. A document that does not make sense is read as {@link UnreadableFact}, which trusts nobody. */
final class RevisionDocuments {

    /** Names a state within its file. */
    static final String KEY = "key";

    static final String STATES = "states";

    private static final Logger LOG = LoggerFactory.getLogger(RevisionDocuments.class);

    private RevisionDocuments() {}

    static String key(Revision revision) {
        return revision.subject() + "/" + revision.version() + (revision.readable() ? "" : "/unreadable");
    }

    static Document write(Revision revision) {
        return new Document(KEY, key(revision))
                .append("subject", revision.subject())
                .append("version", revision.version())
                .append("effectiveAt", Date.from(revision.effectiveAt()))
                .append("recordedAt", Date.from(revision.recordedAt()))
                .append("fact", fact(revision.fact()));
    }

    /** All states of a file. One that does not say of what, which version or since when makes the whole file untrusted. */
    static List<Revision> readAll(Document file) {
        var name = file.getString("_id");
        return file.get(STATES) instanceof List<?> states
                ? states.stream().map(state -> readOf(name, state)).toList()
                : List.of(unreadableFile(name));
    }

    /** Names all states of a file that have one. */
    static Set<String> keys(Document file) {
        Set<String> keys = new HashSet<>();
        if (file.get(STATES) instanceof List<?> states) {
            for (var state : states) {
                if (state instanceof Document document && document.get(KEY) instanceof String key) {
                    keys.add(key);
                }
            }
        }
        return keys;
    }

    private static Revision readOf(String file, Object state) {
        try {
            return read((Document) state);
        } catch (RuntimeException e) {
            return unreadableFile(file);
        }
    }

    /**
     * Counts from ever and is outlived by no later version, since it may have been a suspension. A company's file holds it as
     * a subject of its own, so that nobody waits for versions that will never come; a card has only one.
     */
    private static Revision unreadableFile(String file) {
        LOG.error("alarm=stored-state-spoilt file={}", file);
        var subject = file.startsWith(Revision.DRIVER_CARD) ? file : file + "/unreadable";
        return new Revision(subject, Integer.MAX_VALUE, Instant.EPOCH, Instant.EPOCH, new UnreadableFact("spoilt"));
    }

    static Revision read(Document document) {
        return new Revision(
                document.getString("subject"),
                document.getLong("version"),
                document.getDate("effectiveAt").toInstant(),
                document.getDate("recordedAt").toInstant(),
                factOrUnreadable(document));
    }

    private static Fact factOrUnreadable(Document document) {
        try {
            return fact(document.get("fact", Document.class));
        } catch (RuntimeException e) {
            return new UnreadableFact(e.getClass().getSimpleName());
        }
    }

    private static Document fact(Fact fact) {
        return switch (fact) {
            case CompanyFact company ->
                new Document("kind", "company")
                        .append("bn9", company.bn9())
                        .append("lines", sorted(company.lines()))
                        .append("identifiers", identifiers(company))
                        .append("programmes", sorted(company.programmes()));
            case MembershipFact membership -> membership(membership);
            case CardFact card ->
                new Document("kind", "card")
                        .append("number", card.number())
                        .append("validFrom", card.validFrom().toString())
                        .append("validUntil", card.validUntil().toString())
                        .append("revoked", card.revoked());
            case UnreadableFact unreadable -> new Document("kind", "unreadable").append("why", unreadable.why());
        };
    }

    private static Document membership(MembershipFact membership) {
        var document = new Document("kind", "membership")
                .append("membershipId", membership.membershipId())
                .append("company", membership.company())
                .append("number", membership.number())
                .append("status", membership.status().name())
                .append("lines", sorted(membership.lines()))
                .append("reasonCode", membership.reasonCode());
        if (membership.tier() != null) {
            document.append("tier", membership.tier().name());
        }
        if (membership.memberSince() != null) {
            document.append("memberSince", membership.memberSince().toString());
        }
        return document;
    }

    private static Fact fact(Document fact) {
        return switch (fact.getString("kind")) {
            case "company" ->
                new CompanyFact(
                        fact.getString("bn9"), texts(fact, "lines"), identifiers(fact), texts(fact, "programmes"));
            case "membership" ->
                new MembershipFact(
                        fact.getString("membershipId"),
                        fact.getString("company"),
                        fact.getString("number"),
                        MembershipStatus.valueOf(fact.getString("status")),
                        fact.containsKey("tier") ? Tier.valueOf(fact.getString("tier")) : null,
                        texts(fact, "lines"),
                        fact.containsKey("memberSince") ? LocalDate.parse(fact.getString("memberSince")) : null,
                        fact.getString("reasonCode"));
            case "card" ->
                new CardFact(
                        fact.getString("number"),
                        LocalDate.parse(fact.getString("validFrom")),
                        LocalDate.parse(fact.getString("validUntil")),
                        fact.getBoolean("revoked"));
            default -> new UnreadableFact(fact.getString("why"));
        };
    }

    private static List<String> sorted(Collection<String> texts) {
        return texts.stream().sorted().toList();
    }

    private static List<Document> identifiers(CompanyFact company) {
        return company.identifiers().stream()
                .map(i -> new Document("scheme", i.scheme().name()).append("value", i.value()))
                .toList();
    }

    private static Set<Identifier> identifiers(Document fact) {
        var identifiers = new HashSet<Identifier>();
        for (var one : fact.getList("identifiers", Document.class)) {
            identifiers.add(new Identifier(Scheme.valueOf(one.getString("scheme")), one.getString("value")));
        }
        return identifiers;
    }

    private static Set<String> texts(Document fact, String field) {
        return new HashSet<>(fact.getList(field, String.class));
    }
}
