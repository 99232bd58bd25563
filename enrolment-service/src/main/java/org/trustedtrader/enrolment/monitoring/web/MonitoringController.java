package org.trustedtrader.enrolment.monitoring.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.enrolment.monitoring.Disclosure;
import org.trustedtrader.enrolment.monitoring.MonitorPartner;
import org.trustedtrader.enrolment.monitoring.MonitoringAnswer;
import org.trustedtrader.enrolment.monitoring.MonitoringAnswers;
import org.trustedtrader.enrolment.monitoring.ReadPartnerChanges;
import org.trustedtrader.enrolment.monitoring.ReadPartnerChanges.PartnerChange;
import org.trustedtrader.enrolment.monitoring.ReadPartnerChanges.Place;
import org.trustedtrader.platform.access.RegionGuard;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.web.Page;
import org.trustedtrader.platform.web.ParameterValues;

@RestController
@RequestMapping("/v1/monitoring")
@Tag(name = "Partner monitoring")
class MonitoringController {

    private static final int LONGEST_ID = 64;
    private static final Pattern PLACE = Pattern.compile("([0-9]{1,15})-([0-9]{9})");

    private final MonitorPartner monitoring;
    private final MonitoringAnswers answers;
    private final ReadPartnerChanges changes;
    private final RegionGuard regions;

    MonitoringController(
            MonitorPartner monitoring, MonitoringAnswers answers, ReadPartnerChanges changes, RegionGuard regions) {
        this.monitoring = monitoring;
        this.answers = answers;
        this.changes = changes;
        this.regions = regions;
    }

    /**
     * The same fields whatever the outcome, so that nothing but the outcome tells cases apart.
     *
     * @param validUntil      what is not disclosed may be asked again any time
     * @param statusAgeMillis always 0: the service that answers owns the memberships
     */
    record AnswerView(
            String decisionId,
            String scheme,
            String id,
            Disclosure outcome,
            Instant asOf,
            Instant validUntil,
            long statusAgeMillis) {

        static AnswerView of(MonitoringAnswer answer) {
            return new AnswerView(
                    answer.decisionId(),
                    answer.scheme(),
                    answer.identifier(),
                    answer.disclosure(),
                    answer.asOf(),
                    answer.validUntil(),
                    0);
        }
    }

    /** @param partner business number */
    record ChangeView(String partner, Disclosure from, Disclosure to, Instant effectiveAt, Instant recordedAt) {

        static ChangeView of(PartnerChange change) {
            return new ChangeView(
                    change.place().company(),
                    change.from(),
                    change.to(),
                    change.effectiveAt(),
                    change.place().recordedAt());
        }
    }

    /**
     * @param next to be given as {@code after} next time, now or later
     * @param upTo changes recorded before are in the list, later ones will be
     */
    record ChangesView(List<ChangeView> items, String next, boolean more, Instant upTo) {}

    @GetMapping("/{scheme}/{id}")
    @Operation(
            summary = "Whether a partner's membership gives benefits now",
            description =
                    "ELIGIBLE or INELIGIBLE where both companies have consented and yours is a member; NOT_DISCLOSED in"
                            + " every other case, so that a malformed or unknown identifier cannot be distinguished from a"
                            + " company that has not consented. Schemes: bn9, bn15, carrier-code, tin, membership. Quote the"
                            + " decisionId to the programme if you think it is wrong.")
    AnswerView ask(
            @Parameter(example = "carrier-code") @PathVariable String scheme,
            @Parameter(example = "77YY") @PathVariable String id,
            Actor actor) {
        return AnswerView.of(monitoring.ask(shortened(scheme), shortened(id), actor));
    }

    @GetMapping("/answers/{decisionId}")
    @Operation(
            summary = "Read an answer that was given to a company about a partner",
            description = "With the reasons and the versions that it follows from. 404 if there is none.")
    MonitoringAnswer answer(@PathVariable String decisionId, Actor actor) {
        var answer = answers.find(decisionId).orElseThrow(() -> new Refusal.NotFound("answer"));
        regions.require(actor, answer.asker());
        return answer;
    }

    @GetMapping("/changes")
    @Operation(
            summary = "How partners' status has changed",
            description =
                    "Of those companies whose consent and yours are in force, and since they are, in the order in which the"
                            + " changes were recorded. Begin without `after`, and go on with `next`, at once if there are `more`"
                            + " and later if not. A change appears some seconds after the answer to the question changed: the"
                            + " question is the truth, this list says when to ask. `limit` 1 to 200.")
    ChangesView changes(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.LARGEST) int limit,
            Actor actor) {
        var page = changes.after(place(after), limit, actor);
        var next = page.changes().isEmpty()
                ? after
                : token(page.changes().getLast().place());
        return new ChangesView(page.changes().stream().map(ChangeView::of).toList(), next, page.more(), page.upTo());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_ID ? text : text.substring(0, LONGEST_ID) + "…";
    }

    private static Place place(String after) {
        if (after.isEmpty()) {
            return Place.BEGINNING;
        }
        var matcher = PLACE.matcher(after);
        if (!matcher.matches()) {
            throw ParameterValues.refused("after", Message.of("enrolment.monitoring.after"));
        }
        return new Place(Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), matcher.group(2));
    }

    private static String token(Place place) {
        return place.recordedAt().toEpochMilli() + "-" + place.company();
    }
}
