package org.trustedtrader.border.eligibility;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.policy.Reason;
import org.trustedtrader.border.trader.CardFact;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Revisions;

/**
 * What a driver's card is worth at one time.
 *
 * @param standing a refusal, or {@link Reason#DRIVER_CARD_VALID}
 */
public record Card(Reason standing, Map<String, Long> versions, long until) {

    /** What a card is worth by those versions of it. */
    public static Card of(String number, Revisions versions, long millis) {
        if (versions.newest() == 0) {
            return UNKNOWN;
        }
        var seen = Map.of(Revision.DRIVER_CARD + number, versions.newest());
        return new Card(standing(versions, millis), seen, nextChange(versions, millis));
    }

    /** Where a version is missing, only what both its neighbours refuse is refused for certain. */
    private static Reason standing(Revisions versions, long millis) {
        var before = standing(versions.at(millis), millis);
        var beyond = versions.beyondGap(millis);
        var granted = before == Reason.DRIVER_CARD_VALID || standing(beyond, millis) == Reason.DRIVER_CARD_VALID;
        return beyond != null && granted ? Reason.STATUS_UNKNOWN_THEN : before;
    }

    private static Reason standing(@Nullable Revision revision, long millis) {
        if (revision == null) {
            return Reason.DRIVER_CARD_UNKNOWN;
        }
        return revision.fact() instanceof CardFact fact ? fact.standing(millis) : Reason.STATUS_NOT_UNDERSTOOD;
    }

    /** When a later version comes to count or a day that one names begins or ends. */
    private static long nextChange(Revisions versions, long millis) {
        var next = Long.MAX_VALUE;
        for (var revision : versions.all()) {
            if (revision.effectiveMillis() > millis) {
                next = Math.min(next, revision.effectiveMillis());
            }
            if (revision.fact() instanceof CardFact fact) {
                next = Math.min(next, fact.nextChange(millis));
            }
        }
        return next;
    }

    public static final Card MALFORMED = new Card(Reason.DRIVER_CARD_MALFORMED, Map.of(), Long.MAX_VALUE);
    public static final Card UNKNOWN = new Card(Reason.DRIVER_CARD_UNKNOWN, Map.of(), Long.MAX_VALUE);
}
