package org.trustedtrader.benefits.examination.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.benefits.examination.ReadExaminationRates;
import org.trustedtrader.benefits.examination.ReadExaminationRates.Achieved;

@RestController
@RequestMapping("/v1/examinations/rates")
@Tag(name = "Crossings")
class ExaminationRatesController {

    private final ReadExaminationRates rates;

    ExaminationRatesController(ReadExaminationRates rates) {
        this.rates = rates;
    }

    record RatesView(LocalDate from, LocalDate to, Instant completeUntil, List<RateView> total, List<RateView> days) {}

    /**
     * @param day  null in the total
     * @param tier NONE of everybody who has no reduced rate
     * @param low  of the interval in which the true rate lies with 95 % confidence
     */
    record RateView(
            @Nullable LocalDate day,
            String tier,
            long asked,
            long selected,
            double rate,
            double low,
            double high,
            double policyRate) {

        static RateView of(Achieved achieved) {
            var tier = achieved.tier();
            var interval = achieved.interval();
            return new RateView(
                    achieved.day(),
                    tier == null ? "NONE" : tier.name(),
                    achieved.asked(),
                    achieved.selected(),
                    achieved.rate(),
                    interval.low(),
                    interval.high(),
                    achieved.policyRate());
        }
    }

    @GetMapping
    @Operation(
            summary = "How many crossings were selected for examination, per tier",
            description = "Days are UTC, both included, at most 366. Each rate comes with its 95 % confidence interval"
                    + " (Wilson) and the rate of the policy. All that was asked before completeUntil is counted; what other"
                    + " replicas have answered since may be missing. 503 if the journal does not answer.")
    RatesView read(@RequestParam LocalDate from, @RequestParam LocalDate to) {
        var report = rates.between(from, to);
        return new RatesView(
                report.from(),
                report.to(),
                report.completeUntil(),
                report.total().stream().map(RateView::of).toList(),
                report.days().stream().map(RateView::of).toList());
    }
}
