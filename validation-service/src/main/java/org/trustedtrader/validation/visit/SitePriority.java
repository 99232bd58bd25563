package org.trustedtrader.validation.visit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How much a site deserves to be visited, with the reasons. Where goods are stored, handed over or loaded there is more to
 * see than in an office; a site abroad, or with many people, is harder to know from afar.
 */
public record SitePriority(Site site, int points, List<String> reasons) {

    private static final Map<String, Integer> FUNCTIONS =
            Map.of("CROSS_DOCK", 4, "TERMINAL", 4, "WAREHOUSE", 3, "YARD", 3, "PRODUCTION", 2, "OFFICE", 0);
    private static final int FUNCTION_NOT_KNOWN = 1;
    private static final int MANY_PEOPLE = 50;

    public SitePriority {
        reasons = List.copyOf(reasons);
    }

    /** Highest first; of equals the one with the smaller id. */
    static List<SitePriority> ranked(List<Site> sites) {
        return sites.stream()
                .map(SitePriority::of)
                .sorted(Comparator.comparingInt(SitePriority::points)
                        .reversed()
                        .thenComparing(priority -> priority.site().id()))
                .toList();
    }

    private static SitePriority of(Site site) {
        int points = 0;
        var reasons = new ArrayList<String>();
        for (var function : site.functions()) {
            int worth = FUNCTIONS.getOrDefault(function, FUNCTION_NOT_KNOWN);
            points += worth;
            if (worth > 0) {
                reasons.add(function + " +" + worth);
            }
        }
        if (site.isForeign()) {
            points += 2;
            reasons.add("abroad (" + site.country() + ") +2");
        }
        if (site.headcount() >= MANY_PEOPLE) {
            points += 1;
            reasons.add(site.headcount() + " people +1");
        }
        return new SitePriority(site, points, reasons);
    }
}
