package org.trustedtrader.validation.planning.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.platform.web.Csv;
import org.trustedtrader.platform.web.CsvColumns;
import org.trustedtrader.platform.web.Page;
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

    @GetMapping(path = "/v1/visits/plan", produces = Csv.TYPE)
    @Operation(
            summary = "The plan of a year as a table",
            description = "A row for each type of visit, and one for the revalidations.")
    Page<PlanRow> table(@RequestParam @Min(2000) @Max(2100) int year) {
        return Page.whole(PlanRow.of(planYear.of(year)));
    }

    /**
     * A row of the plan; null where a column does not apply.
     *
     * @param process a type of visit with {@code VISIT_} before it, or {@code REVALIDATION}
     */
    @CsvColumns(
            titles = "validation.column",
            value = {
                "year",
                "process",
                "due",
                "scheduled",
                "done",
                "cancelled",
                "overdue",
                "overdueByProgramme",
                "extended",
                "officerDays"
            })
    record PlanRow(
            int year,
            String process,
            long due,
            @Nullable Long scheduled,
            long done,
            @Nullable Long cancelled,
            long overdue,
            long overdueByProgramme,
            @Nullable Long extended,
            @Nullable Long officerDays) {

        static List<PlanRow> of(AnnualPlan plan) {
            var visits = plan.lines().stream()
                    .map(line -> new PlanRow(
                            plan.year(),
                            "VISIT_" + line.type(),
                            line.due(),
                            line.scheduled(),
                            line.done(),
                            line.cancelled(),
                            line.overdue(),
                            line.overdueByProgramme(),
                            null,
                            line.officerDays()));
            var r = plan.revalidations();
            var revalidations = new PlanRow(
                    plan.year(),
                    "REVALIDATION",
                    r.due(),
                    null,
                    r.done(),
                    null,
                    r.overdue(),
                    r.overdueByProgramme(),
                    r.extended(),
                    null);
            return Stream.concat(visits, Stream.of(revalidations)).toList();
        }
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
