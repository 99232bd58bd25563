package org.trustedtrader.validation.planning;

import org.trustedtrader.validation.visit.Schedule;

/**
 * The numbers that planning goes by.
 *
 * @param horizonDays        how many days after the notice slots are looked for
 * @param onSiteHours        usual length of a visit on site, hours
 * @param virtualHours       usual length of a virtual visit, hours
 * @param officerDaysPerVisit working days that a visit costs with preparation, travel and report
 * @param workingDaysPerYear what one officer can give in a year
 */
public record PlanningParameters(
        int horizonDays, int onSiteHours, int virtualHours, int officerDaysPerVisit, int workingDaysPerYear) {

    public static final PlanningParameters DEFAULT = new PlanningParameters(60, 6, 4, 3, 200);

    int usualHours(Schedule.Mode mode) {
        return mode == Schedule.Mode.VIRTUAL ? virtualHours : onSiteHours;
    }
}
