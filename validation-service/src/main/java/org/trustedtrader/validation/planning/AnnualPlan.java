package org.trustedtrader.validation.planning;

import java.util.List;
import java.util.OptionalLong;
import org.trustedtrader.validation.visit.Visit;

/**
 * The plan of a year, as the law asks for it: what is due, done and overdue, how many people it needs, and how the programme does.
 *
 * @param toRevalidate      members whose revalidation falls due in the year, extensions counted
 * @param officerDaysNeeded working days for the visits that are due and scheduled, and for the revalidations that are not open yet
 * @param officersNeeded    people for that, rounded up
 */
public record AnnualPlan(
        int year,
        List<Line> lines,
        Revalidations revalidations,
        long toRevalidate,
        long officerDaysNeeded,
        long officersNeeded,
        Performance performance) {

    public AnnualPlan {
        lines = List.copyOf(lines);
    }

    /**
     * Visits of a type.
     *
     * @param due                without an agreed time yet
     * @param overdue            not closed though the last day for them, in the year, has passed
     * @param overdueByProgramme of these, the ones that do not wait for the company
     */
    public record Line(
            Visit.Type type,
            long due,
            long scheduled,
            long done,
            long cancelled,
            long overdue,
            long overdueByProgramme,
            long officerDays) {}

    /**
     * Revalidations that fall due in the year.
     *
     * @param due                not completed and in time
     * @param done               completed
     * @param overdue            not completed by the due date
     * @param overdueByProgramme of these, the ones in which the programme has to act next: they take nothing from the member
     * @param extended           due or overdue with a later date than the membership's, which an officer granted
     */
    public record Revalidations(long due, long done, long overdue, long overdueByProgramme, long extended) {}

    /** @param medianDaysToClose days from due to closed, of the visits closed in the year; empty if there is none */
    public record Performance(long closed, long satisfactory, OptionalLong medianDaysToClose) {}
}
