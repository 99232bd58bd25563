package org.trustedtrader.border.feed.json;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.feed.Change;
import org.trustedtrader.border.trader.CardFact;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.UnreadableFact;

/** @param unreadable why it could not be understood; null if it could, and then the card's terms are there */
record CardJson(
        String number,
        long version,
        Instant effectiveAt,
        Instant recordedAt,
        boolean stored,
        @Nullable TermsJson terms,
        @Nullable String unreadable) {

    static final String KIND = "CARD";

    record TermsJson(LocalDate validFrom, LocalDate validUntil, boolean revoked) {}

    static CardJson of(Change.OfCard change) {
        var revision = change.revision();
        var number = revision.subject().substring(Revision.DRIVER_CARD.length());
        var terms = revision.fact() instanceof CardFact card
                ? new TermsJson(card.validFrom(), card.validUntil(), card.revoked())
                : null;
        var unreadable = revision.fact() instanceof UnreadableFact fact ? fact.why() : null;
        return new CardJson(
                number,
                revision.version(),
                revision.effectiveAt(),
                revision.recordedAt(),
                change.stored(),
                terms,
                unreadable);
    }

    Change change() {
        if ((terms == null) == (unreadable == null)) {
            throw new IllegalArgumentException("A card is either understood or not.");
        }
        var fact = terms != null
                ? new CardFact(number, terms.validFrom(), terms.validUntil(), terms.revoked())
                : new UnreadableFact(unreadable);
        return new Change.OfCard(
                new Revision(Revision.DRIVER_CARD + number, version, effectiveAt, recordedAt, fact), stored);
    }
}
