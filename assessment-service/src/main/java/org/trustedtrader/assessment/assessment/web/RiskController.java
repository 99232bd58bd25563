package org.trustedtrader.assessment.assessment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.assessment.assessment.Assessment;
import org.trustedtrader.assessment.assessment.AssessmentRules;
import org.trustedtrader.assessment.assessment.Assessments;
import org.trustedtrader.assessment.assessment.DeclareSupplyChain;
import org.trustedtrader.assessment.assessment.WhatIf;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.web.ChangeCommand;
import org.trustedtrader.platform.web.Versioned;

@RestController
@RequestMapping("/v1/assessments/{id}")
@Tag(name = "Risk")
class RiskController {

    private final Assessments assessments;
    private final DeclareSupplyChain declareSupplyChain;
    private final WhatIf whatIf;
    private final AssessmentRules rules;
    private final Clock clock;

    RiskController(
            Assessments assessments,
            DeclareSupplyChain declareSupplyChain,
            WhatIf whatIf,
            AssessmentRules rules,
            Clock clock) {
        this.assessments = assessments;
        this.declareSupplyChain = declareSupplyChain;
        this.whatIf = whatIf;
        this.rules = rules;
        this.clock = clock;
    }

    record SupplyChainRequest(
            @NotNull(message = "Give the legs.") @Size(max = 200, message = "At most 200 legs.")
            List<@Valid LegRequest> legs) {}

    record WhatIfRequest(
            @Nullable List<String> failed,

            @Nullable @Size(max = 200, message = "At most 200 legs.")
            List<@Valid LegRequest> legs,

            @Nullable @Size(max = 300, message = "At most 300 places.")
            Map<String, Integer> threats) {

        WhatIf.Supposition supposition() {
            return new WhatIf.Supposition(
                    Optional.ofNullable(failed),
                    Optional.ofNullable(legs)
                            .map(given ->
                                    given.stream().map(LegRequest::declared).toList()),
                    threats == null ? Map.of() : threats);
        }
    }

    @PutMapping("/supply-chain")
    @Operation(
            summary = "Declares the supply chain, leg by leg",
            description =
                    "Replaces what was declared before. 422 for an unknown site, 503 if the sites are not known yet.")
    ResponseEntity<SupplyChainView> declare(
            @PathVariable String id, @Valid @RequestBody SupplyChainRequest request, @ChangeCommand Command command) {
        var legs = request.legs().stream().map(LegRequest::declared).toList();
        return chain(declareSupplyChain.declare(id, legs, command));
    }

    @GetMapping("/supply-chain")
    @Operation(summary = "The declared legs")
    ResponseEntity<SupplyChainView> supplyChain(@PathVariable String id, Actor actor) {
        return chain(assessments.visible(id, actor));
    }

    @GetMapping("/risk")
    @Operation(
            summary = "The rating with every leg, its factors and the rule that decided",
            description = "Before completion it is computed as of now and marked as provisional.")
    ResponseEntity<RiskView> risk(@PathVariable String id, Actor actor) {
        Assessment assessment = assessments.visible(id, actor);
        var catalogue = rules.catalogues().kept(assessment.catalogueVersion());
        var risk = assessment.risk(rules.riskModel(), catalogue, clock.instant());
        return Versioned.ok(RiskView.of(risk, !assessment.isRated()), assessment.version());
    }

    @PostMapping("/risk/what-if")
    @Operation(
            summary = "What the rating would be if something were otherwise",
            description = "Changes and stores nothing. Threat levels are 1 to 3 by country or region.")
    RiskView suppose(@PathVariable String id, @Valid @RequestBody WhatIfRequest request, Actor actor) {
        return RiskView.of(whatIf.ask(id, request.supposition(), actor), true);
    }

    private static ResponseEntity<SupplyChainView> chain(Assessment assessment) {
        return Versioned.ok(SupplyChainView.of(assessment.snapshot().supplyChain()), assessment.version());
    }
}
