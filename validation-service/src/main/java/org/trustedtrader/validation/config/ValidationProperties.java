package org.trustedtrader.validation.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;
import org.trustedtrader.validation.planning.PlanningParameters;
import org.trustedtrader.validation.visit.RequiredSitePolicy;
import org.trustedtrader.validation.visit.VisitParameters;

/**
 * {@code ttp.visits.*}: numbers that policy may change, and the data files. Sources: 30 days' written notice and 90 days to
 * respond as in PIP and CTPAT validations (domain.md §7); virtual visits take 3 to 8 hours (CTPAT virtual validation).
 *
 * @param noticeDays          days of notice before a visit
 * @param responseDays        days for the company's response to a report
 * @param mostSlots           slots on offer at once
 * @param mostReschedules     how often an agreed visit may be moved
 * @param rescheduleAheadDays days before the visit until which the company may move it
 * @param virtualHoursFrom    shortest virtual visit
 * @param virtualHoursTo      longest virtual visit
 * @param horizonDays         days after the notice in which slots are looked for
 * @param onSiteHours         usual length on site
 * @param virtualHours        usual length of a virtual visit
 * @param officerDaysPerVisit working days that a visit costs, with preparation, travel and report
 * @param workingDaysPerYear  working days of one officer
 * @param furthestDays        how many days ahead a visit can be planned
 * @param everySiteUpTo       so many sites of an applicant are all visited; of more, those that {@code RequiredSitePolicy} chooses
 * @param revalidationLeadDays days before the due date of a revalidation by which its visits are made: 90 to respond to the report
 *                            and 30 to decide (our policy)
 * @param roster              the field officers (JSON)
 */
@Validated
@ConfigurationProperties("ttp.visits")
record ValidationProperties(
        @DefaultValue("30") @Min(1) @Max(365) int noticeDays,
        @DefaultValue("90") @Min(1) @Max(365) int responseDays,
        @DefaultValue("5") @Min(1) @Max(20) int mostSlots,
        @DefaultValue("2") @Min(0) @Max(20) int mostReschedules,
        @DefaultValue("7") @Min(0) @Max(365) int rescheduleAheadDays,
        @DefaultValue("3") @Min(1) @Max(10) int virtualHoursFrom,
        @DefaultValue("8") @Min(1) @Max(10) int virtualHoursTo,
        @DefaultValue("60") @Min(1) @Max(365) int horizonDays,
        @DefaultValue("6") @Min(1) @Max(10) int onSiteHours,
        @DefaultValue("4") @Min(1) @Max(10) int virtualHours,
        @DefaultValue("3") @Min(1) @Max(100) int officerDaysPerVisit,
        @DefaultValue("200") @Min(1) @Max(366) int workingDaysPerYear,
        @DefaultValue("730") @Min(30) @Max(3650) int furthestDays,
        @DefaultValue("3") @Min(1) @Max(200) int everySiteUpTo,
        @DefaultValue("120") @Min(0) @Max(1000) int revalidationLeadDays,
        @DefaultValue("classpath:planning/roster.json") Resource roster) {

    VisitParameters visits() {
        return new VisitParameters(
                noticeDays,
                responseDays,
                mostSlots,
                mostReschedules,
                rescheduleAheadDays,
                virtualHoursFrom,
                virtualHoursTo,
                furthestDays);
    }

    RequiredSitePolicy requiredSites() {
        return new RequiredSitePolicy(everySiteUpTo);
    }

    PlanningParameters planning() {
        return new PlanningParameters(horizonDays, onSiteHours, virtualHours, officerDaysPerVisit, workingDaysPerYear);
    }
}
