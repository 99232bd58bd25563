package org.trustedtrader.validation.visit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.trustedtrader.validation.visit.ChooseSite.Priority;
import org.trustedtrader.validation.visit.Requirement.Cause;

/**
 * How many sites of a company are visited, and which: all of a few; of more the square root of their number (rounded up, never
 * fewer than those few), the riskiest first, and one of each function that these leave out.
 *
 * @param everySiteUpTo so many sites are all visited
 */
public record RequiredSitePolicy(int everySiteUpTo) {

    public static final RequiredSitePolicy DEFAULT = new RequiredSitePolicy(3);

    /** A site that is visited, and why. */
    public record Choice(Site site, Requirement requirement) {

        private static Choice of(Priority priority, Cause cause) {
            return new Choice(priority.site(), new Requirement(cause, priority.points(), priority.reasons()));
        }
    }

    /**
     * @param ranked all sites of a company, the riskiest first
     * @return in the same order
     */
    public List<Choice> choose(List<Priority> ranked) {
        if (ranked.size() <= everySiteUpTo) {
            return ranked.stream()
                    .map(priority -> Choice.of(priority, Cause.EVERY_SITE))
                    .toList();
        }
        int number = Math.max(everySiteUpTo, (int) Math.ceil(Math.sqrt(ranked.size())));
        var choices = new ArrayList<Choice>();
        var seen = new HashSet<String>();
        for (var priority : ranked) {
            var functions = priority.site().functions();
            boolean oneOfTheRiskiest = choices.size() < number;
            if (oneOfTheRiskiest || !seen.containsAll(functions)) {
                choices.add(Choice.of(priority, oneOfTheRiskiest ? Cause.HIGHEST_RISK : Cause.SITE_FUNCTION));
                seen.addAll(functions);
            }
        }
        return choices;
    }
}
