package org.trustedtrader.benefits.monitoring.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.trustedtrader.benefits.monitoring.PartnerChange;
import org.trustedtrader.benefits.monitoring.PartnerChange.Place;
import org.trustedtrader.benefits.monitoring.ReadPartnerChanges;
import org.trustedtrader.border.monitoring.Disclosure;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.refusal.Refusal;

@RestController
@RequestMapping("/v1/monitoring/changes")
@Tag(name = "Partner monitoring")
class PartnerChangesController {

    private static final int LARGEST_PAGE = 200;
    private static final Pattern PLACE = Pattern.compile("([0-9]{1,15})-([0-9]{9})");

    private final ReadPartnerChanges reading;

    PartnerChangesController(ReadPartnerChanges reading) {
        this.reading = reading;
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

    @GetMapping
    @Operation(
            summary = "How partners' status has changed",
            description =
                    "Of those companies whose consent and yours are in force, and since they are, in the order in which the"
                            + " changes were recorded. Begin without `after`, and go on with `next`, at once if there are `more`"
                            + " and later if not. A change appears some seconds after the answer to the question changed: the"
                            + " question is the truth, this list says when to ask. `limit` 1 to 200. 503 if history cannot be read.")
    ChangesView read(
            @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "50") int limit, Actor actor) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new Refusal.InvalidInput("limit", "must be from 1 to " + LARGEST_PAGE);
        }
        var page = reading.after(place(after), limit, actor);
        var next = page.changes().isEmpty()
                ? after
                : written(page.changes().getLast().place());
        return new ChangesView(page.changes().stream().map(ChangeView::of).toList(), next, page.more(), page.upTo());
    }

    private static Place place(String after) {
        if (after.isEmpty()) {
            return Place.BEGINNING;
        }
        var matcher = PLACE.matcher(after);
        if (!matcher.matches()) {
            throw new Refusal.InvalidInput("after", "is not a value that an earlier page gave as next");
        }
        return new Place(Instant.ofEpochMilli(Long.parseLong(matcher.group(1))), matcher.group(2));
    }

    private static String written(Place place) {
        return place.recordedAt().toEpochMilli() + "-" + place.company();
    }
}
