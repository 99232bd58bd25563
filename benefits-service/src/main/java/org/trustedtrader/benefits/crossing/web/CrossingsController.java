package org.trustedtrader.benefits.crossing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.benefits.crossing.DecideCrossing;
import org.trustedtrader.platform.aggregate.Actor;

@RestController
@RequestMapping("/v1/crossings")
@Tag(name = "Crossings")
class CrossingsController {

    private final DecideCrossing crossings;

    CrossingsController(DecideCrossing crossings) {
        this.crossings = crossings;
    }

    @PostMapping
    @Operation(
            summary = "Which lane and which benefits a crossing may use",
            description = "outcome FLE (FAST lane), FLI (not the FAST lane) or INDETERMINATE (too little is known: the"
                    + " normal lane), every benefit with all its reasons, and whether the crossing is selected for"
                    + " examination. An arrivalAt in the past is answered as of"
                    + " then. Times are UTC, ages milliseconds. 422 for a question that nobody can mean; 503 if the answer"
                    + " cannot be recorded, which is then not given.")
    DecisionView decide(@Valid @RequestBody CrossingRequest request, Actor actor) {
        return DecisionView.of(crossings.decide(request.crossing(), actor));
    }
}
