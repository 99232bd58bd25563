package org.trustedtrader.validation.planning.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.validation.planning.AnnualPlan;

/** The plan of a year as JSON. */
record PlanView(
        int year,
        List<AnnualPlan.Line> lines,
        long toRevalidate,
        long officerDaysNeeded,
        long officersNeeded,
        PerformanceView performance) {

    record PerformanceView(
            long closed, long satisfactory, @Nullable Long medianDaysToClose) {}

    static PlanView of(AnnualPlan plan) {
        var median = plan.performance().medianDaysToClose();
        return new PlanView(
                plan.year(),
                plan.lines(),
                plan.toRevalidate(),
                plan.officerDaysNeeded(),
                plan.officersNeeded(),
                new PerformanceView(
                        plan.performance().closed(),
                        plan.performance().satisfactory(),
                        median.isPresent() ? median.getAsLong() : null));
    }
}
