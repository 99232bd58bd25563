package org.trustedtrader.assessment.criteria;

import java.util.Set;
import org.trustedtrader.platform.aggregate.SortedSets;

/**
 * A site of a company with what happens there.
 *
 * @param functions empty if they are not known: then nothing is left out there
 */
public record SiteFunctions(String siteId, Set<SiteFunction> functions) {

    public SiteFunctions {
        functions = SortedSets.copyOf(functions);
    }
}
