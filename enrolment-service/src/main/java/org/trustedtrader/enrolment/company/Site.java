package org.trustedtrader.enrolment.company;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.trustedtrader.platform.message.Message;
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
            throw new Refusal.InvalidInput("id", Message.of("enrolment.company.site-id"));
        }
        Text.required("name", name, 120);
        if (functions.isEmpty()) {
            throw new Refusal.InvalidInput("functions", Message.of("enrolment.company.functions"));
        }
        if (headcount < 0 || headcount > 100_000) {
            throw new Refusal.InvalidInput("headcount", Message.of("enrolment.company.headcount"));
        }
        functions = Collections.unmodifiableSet(EnumSet.copyOf(functions));
    }
}
