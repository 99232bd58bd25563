package org.trustedtrader.border.trader;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.trustedtrader.border.policy.Reason;

/**
 * A driver's card; its number is all that is known of the driver.
 *
 * @param validFrom  first day, from midnight UTC
 * @param validUntil last day, to midnight UTC
 */
public record CardFact(String number, LocalDate validFrom, LocalDate validUntil, boolean revoked) implements Fact {

    public CardFact {
        Objects.requireNonNull(number, "number is missing");
        Objects.requireNonNull(validFrom, "validFrom is missing");
        Objects.requireNonNull(validUntil, "validUntil is missing");
    }

    /** What the card is worth at that time: a refusal, or {@link Reason#DRIVER_CARD_VALID}. */
    public Reason standing(long millis) {
        if (revoked) {
            return Reason.DRIVER_CARD_REVOKED;
        }
        if (millis < start(validFrom)) {
            return Reason.DRIVER_CARD_NOT_YET_VALID;
        }
        return millis < start(validUntil.plusDays(1)) ? Reason.DRIVER_CARD_VALID : Reason.DRIVER_CARD_EXPIRED;
    }

    /** The next time after that one at which the standing may change by itself. */
    public long nextChange(long millis) {
        var from = start(validFrom);
        var until = start(validUntil.plusDays(1));
        return millis < from ? from : millis < until ? until : Long.MAX_VALUE;
    }

    private static long start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
