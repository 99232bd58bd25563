package org.trustedtrader.validation.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.validation.visit.AVisit.*;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.platform.refusal.Refusal;

class SchedulingRulesTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T15:00:00Z, 2026-12-23T14:00:00Z, true",
        "2026-11-23T15:00:00Z, 2026-12-22T14:00:00Z, false",
        // Still the 22nd in Windsor: the 22nd of December is 30 days away there.
        "2026-11-23T04:30:00Z, 2026-12-22T14:00:00Z, true",
        "2026-11-23T05:00:00Z, 2026-12-22T14:00:00Z, false",
        // Notice counts calendar days; the lost hour of March does not matter.
        "2027-02-13T20:00:00Z, 2027-03-15T13:00:00Z, true",
        "2027-02-14T20:00:00Z, 2027-03-15T13:00:00Z, false"
    })
    void noticeIsCountedOnTheCalendarOfTheSite(Instant now, Instant start, boolean enough) {
        var objection = new EnoughNotice(30).objection(question(VisitMode.ON_SITE, start, 6, now));
        assertThat(objection.isEmpty()).isEqualTo(enough);
    }

    @ParameterizedTest
    @CsvSource({
        // The site opens 08:00 to 17:00 on its own clock: 13:00Z in winter, 12:00Z in summer.
        "2027-01-04T13:00:00Z, 9, true",
        "2027-01-04T12:00:00Z, 6, false",
        "2027-01-04T14:00:00Z, 9, false",
        "2027-03-15T12:00:00Z, 9, true",
        "2027-03-12T12:00:00Z, 6, false",
        "2027-11-08T12:00:00Z, 6, false",
        "2027-11-05T12:00:00Z, 6, true",
        // Saturday.
        "2027-01-09T14:00:00Z, 2, false",
        // Past midnight.
        "2027-01-05T03:00:00Z, 4, false"
    })
    void slotsLieWithinOpeningHoursByTheClockOfTheSite(Instant start, int hours, boolean open) {
        var objection = new WithinOpeningHours().objection(question(VisitMode.ON_SITE, start, hours, NOW));
        assertThat(objection.isEmpty()).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"VIRTUAL, 2, false", "VIRTUAL, 3, true", "VIRTUAL, 8, true", "VIRTUAL, 9, false", "ON_SITE, 9, true"})
    void aVirtualVisitTakesThreeToEightHours(VisitMode mode, int hours, boolean fits) {
        var objection = new LengthFitsTheMode(3, 8).objection(question(mode, MONDAY.startsAt(), hours, NOW));
        assertThat(objection.isEmpty()).isEqualTo(fits);
    }

    @Test
    void anInitialVisitIsNeverVirtual() {
        assertRule(
                "initial-visit-on-site",
                () -> in(VisitState.DUE).propose(WINDSOR, VisitMode.VIRTUAL, List.of(MONDAY), PLANNING, VERA, NOW));
    }

    @Test
    void anOrderedVisitMayBeVirtual() {
        var visit = adHoc(RiskLevel.LOW);
        visit.propose(WINDSOR, VisitMode.VIRTUAL, List.of(MONDAY), PLANNING, VERA, NOW);
        assertThat(visit.state()).isEqualTo(VisitState.PROPOSED);
    }

    @Test
    void noticeIsCheckedAgainWhenTheCompanyIsToldAndWhenItConfirms() {
        var tooLate = Instant.parse("2026-12-06T15:00:00Z");
        assertRule("notice-too-short", () -> in(VisitState.PROPOSED).notifyCompany(PLANNING, VERA, tooLate));
        assertRule("notice-too-short", () -> in(VisitState.NOTIFIED).confirm(1, PLANNING, CARLA, tooLate));
    }

    @Test
    void aRefusedOfferNamesEverySlotThatIsWrong() {
        var sunday = new Slot(VERA.id(), Instant.parse("2027-01-03T14:00:00Z"), 6);
        var tomorrow = new Slot(VERA.id(), Instant.parse("2026-11-24T14:00:00Z"), 6);
        assertThatThrownBy(() -> in(VisitState.DUE)
                        .propose(WINDSOR, VisitMode.ON_SITE, List.of(MONDAY, sunday, tomorrow), PLANNING, VERA, NOW))
                .isInstanceOfSatisfying(Refusal.RuleBroken.class, refusal -> {
                    assertThat(refusal.rule()).isEqualTo("site-closed");
                    assertThat(refusal.violations())
                            .extracting(Refusal.Violation::field)
                            .containsExactly("slots[1]", "slots[2]");
                });
    }

    @Test
    void oneToFiveDifferentSlotsAreOffered() {
        assertInput("slots", List.of());
        assertInput("slots", List.of(MONDAY, MONDAY));
        var six = IntStream.range(0, 6)
                .mapToObj(i -> new Slot(VERA.id(), MONDAY.startsAt().plusSeconds(60L * i), 6))
                .toList();
        assertInput("slots", six);
    }

    @Test
    void onlyOfferedSlotsAreConfirmed() {
        for (int slot : new int[] {0, 3, -1}) {
            assertThatThrownBy(() -> in(VisitState.NOTIFIED).confirm(slot, PLANNING, CARLA, NOW))
                    .isInstanceOf(Refusal.InvalidInput.class);
        }
    }

    @Test
    void anAgreedVisitIsMovedTwiceAtMost() {
        var once = after(VisitState.CONFIRMED, v -> v.reschedule(2, "Flu", PLANNING, CARLA, NOW));
        var twice = after(once, v -> v.reschedule(1, "Flu", PLANNING, CARLA, NOW));
        assertRule("rescheduled-too-often", () -> twice.reschedule(2, "Flu", PLANNING, CARLA, NOW));
    }

    @Test
    void movingToTheAgreedSlotIsRefused() {
        assertRule("slot-agreed-already", () -> in(VisitState.CONFIRMED).reschedule(1, "Flu", PLANNING, CARLA, NOW));
    }

    @Test
    void theCompanyCannotMoveAVisitInItsLastDays() {
        var sixDaysBefore = Instant.parse("2026-12-29T15:00:00Z");
        assertRule(
                "too-late-to-reschedule",
                () -> in(VisitState.CONFIRMED).reschedule(2, "Flu", PLANNING, CARLA, sixDaysBefore));
    }

    @Test
    void whoeverLeadsTheAgreedSlotIsAssigned() {
        assertThat(in(VisitState.NOTIFIED).file().validators()).isEmpty();
        assertThat(in(VisitState.CONFIRMED).file().validators()).containsExactly(VERA.id());
        var newOffer = after(
                VisitState.CONFIRMED,
                v -> v.propose(WINDSOR, VisitMode.ON_SITE, List.of(TUESDAY), PLANNING, VERA, NOW));
        assertThat(newOffer.file().validators()).isEmpty();
    }

    private static void assertRule(String rule, Runnable command) {
        assertThatThrownBy(command::run)
                .isInstanceOfSatisfying(
                        Refusal.RuleBroken.class, r -> assertThat(r.rule()).isEqualTo(rule));
    }

    private static void assertInput(String field, List<Slot> slots) {
        assertThatThrownBy(() -> in(VisitState.DUE).propose(WINDSOR, VisitMode.ON_SITE, slots, PLANNING, VERA, NOW))
                .isInstanceOfSatisfying(
                        Refusal.InvalidInput.class,
                        r -> assertThat(r.violations())
                                .extracting(Refusal.Violation::field)
                                .containsExactly(field));
    }

    private static SlotQuestion question(VisitMode mode, Instant start, int hours, Instant now) {
        return new SlotQuestion("v", COMPANY, VisitType.INITIAL, mode, WINDSOR, new Slot(VERA.id(), start, hours), now);
    }
}
