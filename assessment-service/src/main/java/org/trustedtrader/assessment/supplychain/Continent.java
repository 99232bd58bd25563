package org.trustedtrader.assessment.supplychain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What no truck and no train crosses is the ocean between these. Countries by the regions of the United Nations (M49). */
enum Continent {
    AMERICAS(
            "AG AI AR AW BB BL BM BO BQ BR BS BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GT GY HN HT JM KN KY LC MF MQ MS MX"
                    + " NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI"),
    OCEANIA("AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS"),
    AFRICA_ASIA_EUROPE("");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Set<String> members;

    Continent(String members) {
        this.members = Set.of(members.split(" "));
    }

    /** False if one of the countries is not known: then nothing is known against the way either. */
    static boolean oceanBetween(String country, String other) {
        var one = of(country);
        return one.isPresent() && of(other).filter(there -> there != one.get()).isPresent();
    }

    private static Optional<Continent> of(String country) {
        if (!COUNTRIES.contains(country)) {
            return Optional.empty();
        }
        return Arrays.stream(values())
                .filter(continent -> continent.members.contains(country))
                .findFirst()
                .or(() -> Optional.of(AFRICA_ASIA_EUROPE));
    }
}
