package org.trustedtrader.validation.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.validation.visit.VisitFixtures.*;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.refusal.Refusal;

class SchedulingRulesTest {

    @Test
    void anInitialVisitIsNeverVirtual() {
        assertRule(
                "initial-visit-on-site",
                () -> in(VisitState.DUE).propose(WINDSOR, Schedule.Mode.VIRTUAL, List.of(MONDAY), RULES, VERA, NOW));
    }

    @Test
    void anOrderedVisitMayBeVirtual() {
        var visit = adHoc(RiskLevel.LOW);
        visit.propose(WINDSOR, Schedule.Mode.VIRTUAL, List.of(MONDAY), RULES, VERA, NOW);
        assertThat(visit.state()).isEqualTo(VisitState.PROPOSED);
    }

    @Test
    void noticeIsCheckedAgainWhenTheCompanyIsToldAndWhenItConfirms() {
        var tooLate = Instant.parse("2026-12-06T15:00:00Z");
        assertRule("notice-too-short", () -> in(VisitState.PROPOSED).notifyCompany(RULES, VERA, tooLate));
        assertRule("notice-too-short", () -> in(VisitState.NOTIFIED).confirm(1, RULES, CARLA, tooLate));
    }

    @Test
    void aRefusedOfferNamesEverySlotThatIsWrong() {
        var sunday = new Slot(VERA.id(), Instant.parse("2027-01-03T14:00:00Z"), 6);
        var tomorrow = new Slot(VERA.id(), Instant.parse("2026-11-24T14:00:00Z"), 6);
        assertThatThrownBy(() -> in(VisitState.DUE)
                        .propose(WINDSOR, Schedule.Mode.ON_SITE, List.of(MONDAY, sunday, tomorrow), RULES, VERA, NOW))
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
            assertThatThrownBy(() -> in(VisitState.NOTIFIED).confirm(slot, RULES, CARLA, NOW))
                    .isInstanceOf(Refusal.InvalidInput.class);
        }
    }

    @Test
    void anAgreedVisitIsMovedTwiceAtMost() {
        var once = after(VisitState.CONFIRMED, v -> v.reschedule(2, "Flu", RULES, CARLA, NOW));
        var twice = after(once, v -> v.reschedule(1, "Flu", RULES, CARLA, NOW));
        assertRule("rescheduled-too-often", () -> twice.reschedule(2, "Flu", RULES, CARLA, NOW));
    }

    @Test
    void movingToTheAgreedSlotIsRefused() {
        assertRule("slot-agreed-already", () -> in(VisitState.CONFIRMED).reschedule(1, "Flu", RULES, CARLA, NOW));
    }

    @Test
    void theCompanyCannotMoveAVisitInItsLastDays() {
        var sixDaysBefore = Instant.parse("2026-12-29T15:00:00Z");
        assertRule(
                "too-late-to-reschedule",
                () -> in(VisitState.CONFIRMED).reschedule(2, "Flu", RULES, CARLA, sixDaysBefore));
    }

    @Test
    void whoeverLeadsTheAgreedSlotIsAssigned() {
        assertThat(in(VisitState.NOTIFIED).snapshot().assignment().validators()).isEmpty();
        assertThat(in(VisitState.CONFIRMED).snapshot().assignment().validators())
                .containsExactly(VERA.id());
        var newOffer = after(
                VisitState.CONFIRMED,
                v -> v.propose(WINDSOR, Schedule.Mode.ON_SITE, List.of(TUESDAY), RULES, VERA, NOW));
        assertThat(newOffer.snapshot().assignment().validators()).isEmpty();
    }

    private static void assertRule(String rule, Runnable command) {
        assertThatThrownBy(command::run)
                .isInstanceOfSatisfying(
                        Refusal.RuleBroken.class, r -> assertThat(r.rule()).isEqualTo(rule));
    }

    private static void assertInput(String field, List<Slot> slots) {
        assertThatThrownBy(() -> in(VisitState.DUE).propose(WINDSOR, Schedule.Mode.ON_SITE, slots, RULES, VERA, NOW))
                .isInstanceOfSatisfying(
                        Refusal.InvalidInput.class,
                        r -> assertThat(r.violations())
                                .extracting(Refusal.Violation::field)
                                .containsExactly(field));
    }
}
