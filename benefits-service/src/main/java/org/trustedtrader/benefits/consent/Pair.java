package org.trustedtrader.benefits.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.trustedtrader.border.monitoring.KnownConsents;
import org.trustedtrader.border.trader.Scheme;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/**
 * Who lets whom see its status. Nothing is asked about the partner but that its number can be one: whether there is such a
 * company is not for the other one to find out.
 *
 * @param company 9-digit business number of the one that is seen
 * @param partner 9-digit business number of the one that may look
 */
public record Pair(String company, String partner) {

    private static final Pattern ID = Pattern.compile("([0-9]{9})-([0-9]{9})");

    public Pair {
        List<Violation> violations = new ArrayList<>();
        if (!Scheme.BN9.admits(partner)) {
            violations.add(new Violation("partner", "must be a business number of 9 digits, without blanks"));
        } else if (!checkDigitHolds(partner)) {
            violations.add(new Violation("partner", "has a wrong check digit; look for a mistyped digit"));
        } else if (partner.equals(company)) {
            violations.add(new Violation("partner", "is your own company, which needs no consent"));
        }
        if (!violations.isEmpty()) {
            throw new Refusal.InvalidInput(violations);
        }
    }

    /** The pair of which that is the {@link #id}. */
    static Pair of(String id) {
        var matcher = ID.matcher(id);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not the id of a consent");
        }
        return new Pair(matcher.group(1), matcher.group(2));
    }

    /** The same for the same two, so that there is one consent for each direction. */
    public String id() {
        return KnownConsents.id(company, partner);
    }

    /** Mod 10 (Luhn), as business numbers have it. */
    private static boolean checkDigitHolds(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weighed = (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 2);
            sum += weighed / 10 + weighed % 10;
        }
        return sum % 10 == 0;
    }
}
