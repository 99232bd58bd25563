package org.trustedtrader.benefits.eligibility.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.benefits.decision.MinVersion;
import org.trustedtrader.benefits.decision.MinVersionTimeout;
import org.trustedtrader.benefits.eligibility.AnswerEligibility;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.web.ParameterNames;

@RestController
@RequestMapping("/v1/eligibility")
@Tag(name = "Eligibility")
class EligibilityController {

    private static final int MOST_ITEMS = 3_000;
    private static final int LONGEST_ID = 64;

    private static final String EXAMPLE = """
            {
              "benefit": "FAST_LANE",
              "items": [{"scheme": "carrier-code", "id": "77YY"}, {"scheme": "driver-card", "id": "FAST00012345"}]
            }""";

    private final AnswerEligibility eligibility;
    private final MinVersionTimeout minVersionTimeout;
    private final Clock clock;

    EligibilityController(AnswerEligibility eligibility, MinVersionTimeout minVersionTimeout, Clock clock) {
        this.eligibility = eligibility;
        this.minVersionTimeout = minVersionTimeout;
        this.clock = clock;
    }

    /**
     * @param asOf    programme time that is asked about; now where it is not given
     * @param at      another name of asOf
     * @param benefit the only one asked for; all where it is not given
     * @param knownAt asks what was known by then; all that is known now where it is not given
     */
    record BatchRequest(
            @Nullable Instant asOf,
            @Nullable Instant at,
            @Nullable Benefit benefit,
            @Nullable Instant knownAt,

            @NotEmpty(message = "{border.no-item}") @Size(max = MOST_ITEMS, message = "{border.too-many-items}")
            List<ItemRequest> items) {}

    /** A scheme or id that is missing or makes no sense is answered like any other that is malformed. */
    record ItemRequest(@Nullable String scheme, @Nullable String id) {}

    @GetMapping("/{scheme}/{id}")
    @Operation(
            summary = "What one trader or driver's card may use",
            description =
                    "Schemes: bn9, bn15, carrier-code, tin, membership, driver-card. A malformed or unknown identifier"
                            + " is answered INELIGIBLE with its reason. `asOf` (UTC, optional; `at` is another name of it) asks what was"
                            + " true at another time, `knownAt` what was known then; 422 if that lies in the future."
                            + " `minVersion`, 7 or membership/<id>:7, names a version that the caller has seen: 409"
                            + " version-not-yet if it does not arrive here within half a second.")
    SingleView one(
            @Parameter(example = "carrier-code") @PathVariable String scheme,
            @Parameter(example = "77YY") @PathVariable String id,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable Benefit benefit,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable String minVersion,
            Actor actor) {
        var question = new Question(
                orNow(ParameterNames.either("asOf", asOf, "at", at)),
                benefit,
                List.of(item(new ItemRequest(scheme, id))),
                knownAt);
        var least = MinVersion.parse(minVersion, minVersionTimeout);
        return SingleView.of(eligibility.answer(question, least, actor));
    }

    @PostMapping("/batch")
    @Operation(
            summary = "The same for 1 to 3,000 identifiers",
            description = "Answers come in the order of the items; one bad item never fails the others."
                    + " Reasons are codes; their texts are given once. 422 for no items or more than 3,000.")
    BatchView batch(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            examples =
                                                    @ExampleObject(name = "A carrier and a driver", value = EXAMPLE)))
                    @Valid
                    @RequestBody
                    BatchRequest request,
            Actor actor) {
        var items = request.items().stream().map(EligibilityController::item).toList();
        return BatchView.of(eligibility.answer(
                new Question(
                        oneTime(request.asOf(), request.at(), clock.instant()),
                        request.benefit(),
                        items,
                        request.knownAt()),
                actor));
    }

    private Instant orNow(@Nullable Instant asOf) {
        return asOf == null ? clock.instant() : asOf;
    }

    /** The time that a body asks about, under one of its two names. */
    static Instant oneTime(@Nullable Instant asOf, @Nullable Instant at, Instant now) {
        if (asOf != null && at != null) {
            throw new Refusal.InvalidInput("at", Message.of("border.time-twice"));
        }
        return asOf != null ? asOf : at != null ? at : now;
    }

    static Question.Item item(ItemRequest item) {
        return new Question.Item(shortened(item.scheme()), shortened(item.id()));
    }

    private static String shortened(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return text.length() <= LONGEST_ID ? text : text.substring(0, LONGEST_ID) + "…";
    }
}
