package org.trustedtrader.benefits.crossing.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.benefits.crossing.DecideCrossing;
import org.trustedtrader.benefits.decision.MinVersion;
import org.trustedtrader.benefits.decision.MinVersionTimeout;
import org.trustedtrader.platform.aggregate.Actor;

@RestController
@RequestMapping("/v1/crossings")
@Tag(name = "Crossings")
class CrossingsController {

    private static final String EXAMPLE = """
            {
              "port": "0453", "mode": "HIGHWAY", "direction": "INTO_CANADA", "arrivalAt": "2026-12-07T12:00:00Z",
              "carrierCode": "77YY", "importers": ["987654324RM0001"], "driverCard": "FAST00012345",
              "originCountry": "US", "regulatedGoods": false, "seal": "INTACT"
            }""";

    private final DecideCrossing crossings;
    private final MinVersionTimeout minVersionTimeout;

    CrossingsController(DecideCrossing crossings, MinVersionTimeout minVersionTimeout) {
        this.crossings = crossings;
        this.minVersionTimeout = minVersionTimeout;
    }

    @PostMapping
    @Operation(
            summary = "Which lane and which benefits a crossing may use",
            description = "outcome FLE (FAST lane), FLI (not the FAST lane) or INDETERMINATE (too little is known: the"
                    + " normal lane), every benefit with all its reasons, and whether the crossing is selected for"
                    + " examination. A line of business counts where it fits the mode (policy, linesByMode). No importer"
                    + " means an empty conveyance: carrier and driver are checked, and the answer says EMPTY_CONVEYANCE."
                    + " A broken seal gives no benefit and selects the crossing. An arrivalAt in the past is answered as of"
                    + " then. `minVersion`, such as membership/<id>:7, several separated by commas, names versions that the"
                    + " caller has seen: 409 version-not-yet if they do not arrive here within half a second. Times are UTC, ages milliseconds. 422 for a question that nobody can mean; 503 if the answer"
                    + " cannot be recorded, which is then not given.")
    DecisionView decide(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples =
                                                    @ExampleObject(
                                                            name = "A FAST crossing at Windsor",
                                                            value = EXAMPLE)))
                    @Valid
                    @RequestBody
                    CrossingRequest request,
            Actor actor) {
        var least = MinVersion.parseBySubject(request.minVersion(), minVersionTimeout);
        return DecisionView.of(crossings.decide(request.crossing(), least, actor));
    }
}
