package org.trustedtrader.validation.planning;

import java.util.List;
import java.util.OptionalLong;
import org.trustedtrader.validation.visit.Visit;

/**
 * The plan of a year, as the law asks for it: how many visits, how many people they need, and how the programme does.
 *
 * @param toRevalidate      members whose revalidation falls due in the year
 * @param officerDaysNeeded working days for what is due, scheduled and to be revalidated
 * @param officersNeeded    people for that, rounded up
 */
public record AnnualPlan(
        int year,
        List<Line> lines,
        long toRevalidate,
        long officerDaysNeeded,
        long officersNeeded,
        Performance performance) {

    public AnnualPlan {
        lines = List.copyOf(lines);
    }

    /** @param due without an agreed time yet */
    public record Line(Visit.Type type, long due, long scheduled, long done, long cancelled, long officerDays) {}

    /** @param medianDaysToClose days from due to closed, of the visits closed in the year; empty if there is none */
    public record Performance(long closed, long satisfactory, OptionalLong medianDaysToClose) {}
}
