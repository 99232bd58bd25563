package org.trustedtrader.validation.planning.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.validation.planning.AnnualPlan;
import org.trustedtrader.validation.planning.PlanYear;

/** The plan of a year, as the law asks for it. */
@RestController
@Tag(name = "Planning")
class AnnualPlanController {

    private final PlanYear planYear;

    AnnualPlanController(PlanYear planYear) {
        this.planYear = planYear;
    }

    @GetMapping("/v1/visits/plan")
    @Operation(
            summary = "The plan of a year",
            description =
                    "Derived from the visits, the memberships and their obligations: visits by type and revalidations,"
                            + " due, done and overdue; officer days and people needed; performance. `overdueByProgramme` is the"
                            + " programme's own delay; `extended` counts revalidations to which an officer granted a later date."
                            + " Years are those of the programme's zone, America/Toronto.")
    PlanView plan(@RequestParam @Min(2000) @Max(2100) int year) {
        return PlanView.of(planYear.of(year));
    }

    record PlanView(
            int year,
            List<AnnualPlan.Line> lines,
            AnnualPlan.Revalidations revalidations,
            long toRevalidate,
            long officerDaysNeeded,
            long officersNeeded,
            PerformanceView performance) {

        private static PlanView of(AnnualPlan plan) {
            var median = plan.performance().medianDaysToClose();
            return new PlanView(
                    plan.year(),
                    plan.lines(),
                    plan.revalidations(),
                    plan.toRevalidate(),
                    plan.officerDaysNeeded(),
                    plan.officersNeeded(),
                    new PerformanceView(
                            plan.performance().closed(),
                            plan.performance().satisfactory(),
                            median.isPresent() ? median.getAsLong() : null));
        }
    }

    record PerformanceView(
            long closed, long satisfactory, @Nullable Long medianDaysToClose) {}
}
