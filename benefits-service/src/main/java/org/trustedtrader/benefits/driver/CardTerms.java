package org.trustedtrader.benefits.driver;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.trustedtrader.border.trader.Scheme;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/**
 * What is registered of a card. The number stands for the driver; nothing else is known here of the person.
 *
 * @param validFrom  first day, from midnight UTC
 * @param validUntil last day, to midnight UTC
 */
public record CardTerms(String number, Programme programme, LocalDate validFrom, LocalDate validUntil) {

    /** FAST, or Canada's own Commercial Driver Registration Program. */
    public enum Programme {
        FAST,
        CDRP
    }

    private static final int LONGEST_YEARS = 10;

    public CardTerms {
        List<Violation> violations = new ArrayList<>();
        if (!Scheme.DRIVER_CARD.admits(number)) {
            violations.add(new Violation("number", "must have 6 to 15 capital letters or digits"));
        }
        if (validUntil.isBefore(validFrom)) {
            violations.add(new Violation("validUntil", "lies before validFrom"));
        }
        if (validFrom.getYear() < 1990 || validUntil.isAfter(validFrom.plusYears(LONGEST_YEARS))) {
            violations.add(new Violation("validUntil", "a card is valid for at most " + LONGEST_YEARS + " years"));
        }
        if (!violations.isEmpty()) {
            throw new Refusal.InvalidInput(violations);
        }
    }
}
