package org.trustedtrader.benefits.monitoring.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.benefits.decision.JournalEntry;
import org.trustedtrader.benefits.monitoring.MonitorPartner;
import org.trustedtrader.border.monitoring.Disclosure;
import org.trustedtrader.border.monitoring.PartnerAnswer;
import org.trustedtrader.platform.aggregate.Actor;

@RestController
@RequestMapping("/v1/monitoring")
@Tag(name = "Partner monitoring")
class MonitoringController {

    private static final int LONGEST_ID = 64;

    private final MonitorPartner monitoring;

    MonitoringController(MonitorPartner monitoring) {
        this.monitoring = monitoring;
    }

    /**
     * The same fields whatever the outcome, so that nothing but the outcome tells cases apart.
     *
     * @param validUntil what is not disclosed may be asked again any time
     */
    record SightView(
            String decisionId,
            String scheme,
            String id,
            Disclosure outcome,
            Instant asOf,
            Instant validUntil,
            long statusAgeMillis) {

        static SightView of(JournalEntry entry, String scheme, String id) {
            var answer = (PartnerAnswer) entry.answer();
            return new SightView(
                    entry.id(),
                    scheme,
                    id,
                    answer.disclosure(),
                    answer.asOf(),
                    answer.validUntil(),
                    answer.statusAgeMillis());
        }
    }

    @GetMapping("/{scheme}/{id}")
    @Operation(
            summary = "Whether a partner has benefits now",
            description =
                    "ELIGIBLE or INELIGIBLE where both companies have consented and yours is a member; INDETERMINATE when"
                            + " it is not known well enough; NOT_DISCLOSED in every other case, with nothing that tells an identifier"
                            + " that is malformed or nobody's from a company that has not consented. Schemes: bn9, bn15,"
                            + " carrier-code, tin, membership. Quote the decisionId to the programme if you think it is wrong.")
    SightView ask(
            @Parameter(example = "carrier-code") @PathVariable String scheme,
            @Parameter(example = "77YY") @PathVariable String id,
            Actor actor) {
        var askedScheme = shortened(scheme);
        var askedId = shortened(id);
        return SightView.of(monitoring.ask(askedScheme, askedId, actor), askedScheme, askedId);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_ID ? text : text.substring(0, LONGEST_ID) + "…";
    }
}
