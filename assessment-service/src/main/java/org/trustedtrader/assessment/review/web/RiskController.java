package org.trustedtrader.assessment.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.assessment.criteria.Level;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.assessment.review.AssessmentRules;
import org.trustedtrader.assessment.review.Assessments;
import org.trustedtrader.assessment.review.CompanyClock;
import org.trustedtrader.assessment.review.SimulateRisk;
import org.trustedtrader.assessment.risk.Band;
import org.trustedtrader.assessment.risk.Failure;
import org.trustedtrader.assessment.risk.RiskAssessment;
import org.trustedtrader.assessment.risk.RiskInputs;
import org.trustedtrader.assessment.risk.RiskRating.LegRating;
import org.trustedtrader.assessment.risk.RiskRating.Rule;
import org.trustedtrader.assessment.supplychain.Leg;
import org.trustedtrader.assessment.supplychain.TransportMode;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.message.Languages;
import org.trustedtrader.platform.web.Versioned;

@RestController
@RequestMapping("/v1/assessments/{id}")
@Tag(name = "Risk")
class RiskController {

    private final Assessments assessments;
    private final SimulateRisk simulateRisk;
    private final AssessmentRules rules;
    private final CompanyClock clock;

    RiskController(Assessments assessments, SimulateRisk simulateRisk, AssessmentRules rules, CompanyClock clock) {
        this.assessments = assessments;
        this.simulateRisk = simulateRisk;
        this.rules = rules;
        this.clock = clock;
    }

    record WhatIfRequest(
            @Nullable List<String> failed,

            @Nullable @Size(max = 200, message = "{assessment.list.at-most}")
            List<SupplyChainController.@Valid LegRequest> legs,

            @Nullable @Size(max = 300, message = "{assessment.list.at-most}")
            Map<String, Integer> threats) {

        SimulateRisk.Scenario scenario() {
            return new SimulateRisk.Scenario(
                    Optional.ofNullable(failed),
                    Optional.ofNullable(legs)
                            .map(given -> given.stream()
                                    .map(SupplyChainController.LegRequest::declared)
                                    .toList()),
                    threats == null ? Map.of() : threats);
        }
    }

    @GetMapping("/risk")
    @Operation(
            summary = "The rating with every leg, its factors and the rule that decided",
            description =
                    "Before completion it is computed as of now and marked as provisional. UNRATED if goods move and no"
                            + " supply chain is declared that they can take. The explanation is in the language of Accept-Language.")
    ResponseEntity<RiskView> risk(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            Actor actor) {
        Assessment assessment = assessments.visible(id, actor);
        var catalogue = rules.catalogueOf(assessment);
        var risk = assessment.risk(rules.riskModel(), catalogue, clock.now(assessment));
        return Versioned.ok(
                RiskView.of(risk, !assessment.isRated(), Languages.accepted(languages)), assessment.version());
    }

    @PostMapping("/risk/what-if")
    @Operation(
            summary = "What the rating would be if something were otherwise",
            description = "Changes and stores nothing. Threat levels are 1 to 3 by country or region.")
    RiskView simulate(
            @PathVariable String id,
            @Valid @RequestBody WhatIfRequest request,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages,
            Actor actor) {
        return RiskView.of(simulateRisk.simulate(id, request.scenario(), actor), true, Languages.accepted(languages));
    }

    /**
     * A rating with everything that led to it. A leg's score is threat × vulnerability, each 1 to 3.
     *
     * @param provisional whether it was computed now and counts for nothing yet
     * @param decidedBy   the rule that had the last word
     */
    record RiskView(
            Band rating,
            boolean provisional,
            Rule decidedBy,
            String explanation,
            String model,
            String threatData,
            String catalogueVersion,
            Instant assessedAt,
            List<LegView> legs,
            List<String> failedMusts,
            List<String> failedShoulds) {

        record Part(int level, List<String> factors) {}

        record LegView(
                String id,
                @Nullable String chain,
                String from,
                String to,
                TransportMode mode,
                boolean custodyChange,
                Part threat,
                Part vulnerability,
                int score,
                Band band) {}

        static RiskView of(RiskAssessment risk, boolean provisional, Locale language) {
            RiskInputs inputs = risk.inputs();
            var ratings = risk.outcome().legs();
            return new RiskView(
                    risk.outcome().rating(),
                    provisional,
                    risk.outcome().decidedBy(),
                    risk.outcome().reason(inputs).in(language),
                    inputs.model(),
                    inputs.threatData(),
                    inputs.catalogueVersion(),
                    risk.assessedAt(),
                    IntStream.range(0, ratings.size())
                            .mapToObj(i -> leg(inputs.legs().get(i).leg(), ratings.get(i)))
                            .toList(),
                    failed(inputs, Level.MUST),
                    failed(inputs, Level.SHOULD));
        }

        private static LegView leg(Leg leg, LegRating rating) {
            return new LegView(
                    leg.id(),
                    leg.chain().orElse(null),
                    leg.from().name() + " (" + leg.from().code() + ")",
                    leg.to().name() + " (" + leg.to().code() + ")",
                    leg.mode(),
                    leg.custodyChange(),
                    new Part(rating.threat(), rating.threatFactors()),
                    new Part(rating.vulnerability(), rating.vulnerabilityFactors()),
                    rating.score(),
                    rating.band());
        }

        private static List<String> failed(RiskInputs inputs, Level level) {
            return inputs.failures().stream()
                    .filter(failure -> failure.level() == level)
                    .map(Failure::key)
                    .toList();
        }
    }
}
