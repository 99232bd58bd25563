package org.trustedtrader.enrolment.company;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.trustedtrader.platform.refusal.Refusal;

/** A place of the company that officers may visit. {@code id} is chosen by the company and lasts as long as the site. */
public record Site(
        String id,
        String name,
        Set<SiteFunction> functions,
        Address address,
        Coordinates coordinates,
        OpeningHours hours,
        int headcount) {

    public Site {
        if (!id.matches("[a-z0-9-]{1,40}")) {
            throw new Refusal.InvalidInput("id", "A site's id has 1 to 40 small letters, digits or hyphens.");
        }
        Text.required("name", name, 120);
        if (functions.isEmpty()) {
            throw new Refusal.InvalidInput("functions", "Say at least one thing that the site is used for.");
        }
        if (headcount < 0 || headcount > 100_000) {
            throw new Refusal.InvalidInput("headcount", "A headcount lies between 0 and 100000.");
        }
        functions = Collections.unmodifiableSet(EnumSet.copyOf(functions));
    }
}
