package org.trustedtrader.border.test;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.trader.CardFact;
import org.trustedtrader.border.trader.Revision;

/** What a driver's card is worth. */
final class ReferenceCard {

    private ReferenceCard() {}

    /** If a change may be missing around that time, the card is uncertain wherever one of its neighbours is valid. */
    static Reason standing(ReferenceRevisions card, long millis) {
        var said = evaluate(card.at(millis), millis);
        var behind = card.behindHole(millis);
        var valid = said == Reason.DRIVER_CARD_VALID
                || (behind != null && evaluate(behind, millis) == Reason.DRIVER_CARD_VALID);
        return behind != null && valid ? Reason.STATUS_UNKNOWN_THEN : said;
    }

    private static Reason evaluate(@Nullable Revision revision, long millis) {
        if (revision == null) {
            return Reason.DRIVER_CARD_UNKNOWN;
        }
        if (!(revision.fact() instanceof CardFact card)) {
            return Reason.STATUS_NOT_UNDERSTOOD;
        }
        var day = Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC).toLocalDate();
        if (card.revoked()) {
            return Reason.DRIVER_CARD_REVOKED;
        }
        if (day.isBefore(card.validFrom())) {
            return Reason.DRIVER_CARD_NOT_YET_VALID;
        }
        return day.isAfter(card.validUntil()) ? Reason.DRIVER_CARD_EXPIRED : Reason.DRIVER_CARD_VALID;
    }
}
