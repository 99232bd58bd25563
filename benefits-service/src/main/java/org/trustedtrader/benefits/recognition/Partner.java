package org.trustedtrader.benefits.recognition;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.LocalizedText;
import org.trustedtrader.border.recognition.Arrangement;

/**
 * A foreign programme that an arrangement exists with: data, not code.
 *
 * @param code         such as {@code US-CTPAT}
 * @param programme    what the column {@code programme} of its lists says
 * @param countries    2-letter codes with which its members' TINs begin
 * @param inForceSince first day, from midnight UTC
 * @param staleAfter   how long after a list was drawn its members are relied on
 * @param benefits     which benefits its members get here, by line of business
 * @param unconfirmed  the names of values here that no primary source confirms
 */
public record Partner(
        String code,
        LocalizedText name,
        String programme,
        Set<String> countries,
        LocalDate inForceSince,
        Duration staleAfter,
        Map<String, Set<Benefit>> benefits,
        List<String> unconfirmed) {

    private static final Pattern CODE = Pattern.compile("[A-Z]{2}-[A-Z0-9]{2,12}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    public Partner {
        countries = Set.copyOf(countries);
        benefits = Map.copyOf(benefits);
        unconfirmed = List.copyOf(unconfirmed);
        require(CODE.matcher(code).matches(), "code " + code);
        require(!programme.isBlank(), "programme of " + code);
        require(
                !countries.isEmpty()
                        && countries.stream().allMatch(c -> COUNTRY.matcher(c).matches()),
                "countries of " + code);
        require(staleAfter.isPositive(), "staleAfter of " + code);
        require(LinesOfBusiness.KNOWN.containsAll(benefits.keySet()), "lines of business of " + code);
    }

    Arrangement arrangement() {
        var from = inForceSince.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        return new Arrangement(code, from, staleAfter, benefits);
    }

    private static void require(boolean met, String what) {
        if (!met) {
            throw new IllegalArgumentException("Not sound: " + what);
        }
    }
}
