package org.trustedtrader.validation.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.trustedtrader.validation.visit.VisitFixtures.*;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** Nobody came, another officer goes on, the site is gone, a finding is disputed. */
class DeviationsTest {

    private static final Site LONDON = site("london", "ON", "CA", "America/Toronto");

    @Test
    void aNoShowSaysWhoDidNotCome() {
        var company = in(VisitState.NO_SHOW).snapshot().deviationsOrNone().noShow();
        assertThat(company)
                .contains(new Deviations.NoShow(Deviations.Absent.COMPANY, MONDAY.startsAt(), "Nobody at the gate"));
        var programme = after(
                VisitState.CONFIRMED,
                v -> v.recordNoShow(Deviations.Absent.PROGRAMME, "Snow", MORGAN, MONDAY.startsAt()));
        assertThat(programme.state()).isEqualTo(VisitState.DUE);
        assertThat(programme.snapshot().schedule().slots()).isEmpty();
        assertThat(programme.snapshot().deviationsOrNone().noShow().map(Deviations.NoShow::by))
                .contains(Deviations.Absent.PROGRAMME);
    }

    @Test
    void onlyTheAssignedOfficerAndTheManagerRecordANoShow() {
        var visit = in(VisitState.CONFIRMED);
        assertThatThrownBy(() -> visit.recordNoShow(Deviations.Absent.COMPANY, "x", OTHER_VALIDATOR, MONDAY.startsAt()))
                .isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void whoTakesOverGoesOnAndTheFormerOfficerDoesNot() {
        var visit = after(
                VisitState.IN_PROGRESS,
                v -> v.takeOver(OTHER_VALIDATOR.id(), "Vera is ill", ANYBODY, MORGAN, duringVisit()));
        assertThat(visit.state()).isEqualTo(VisitState.IN_PROGRESS);
        assertThat(visit.snapshot().assignment().lead()).contains(OTHER_VALIDATOR.id());
        assertThat(visit.snapshot().assignment().validators()).containsExactly(VERA.id(), OTHER_VALIDATOR.id());
        assertThatThrownBy(() -> visit.finishFieldwork(AREAS, VERA, duringVisit()))
                .isInstanceOf(Refusal.NotAllowed.class);
        visit.finishFieldwork(AREAS, OTHER_VALIDATOR, duringVisit());
        assertThat(visit.state()).isEqualTo(VisitState.FIELDWORK_DONE);
    }

    @Test
    void aTakeOverIsRecordedWithItsReason() {
        var visit = in(VisitState.REPORT_ISSUED);
        visit.takeOver(OTHER_VALIDATOR.id(), "Vera is ill", ANYBODY, MORGAN, duringVisit());
        var change = visit.change().orElseThrow();
        assertThat(change.name()).isEqualTo("taken-over");
        assertThat(change.actor()).isEqualTo(MORGAN);
        assertThat(change.reason()).isEqualTo("Vera is ill");
    }

    @Test
    void aVisitIsNotTakenOverByWhomeverSomethingSpeaksAgainstNorByItsOwnOfficer() {
        Validators nobody = (officer, company) -> Optional.of(
                new SlotPolicy.Objection("conflict-of-interest", Message.of("validation.slot.conflict-of-interest")));
        var visit = in(VisitState.IN_PROGRESS);
        assertThat(rule(() -> visit.takeOver(OTHER_VALIDATOR.id(), "x", nobody, MORGAN, duringVisit())))
                .isEqualTo("conflict-of-interest");
        assertThat(rule(() -> visit.takeOver(VERA.id(), "x", ANYBODY, MORGAN, duringVisit())))
                .isEqualTo("officer-leads-already");
    }

    @ParameterizedTest
    @EnumSource
    void aSiteThatIsTakenOffTheRecordIsNotedUntilTheVisitBegins(VisitState state) {
        var visit = required(state);
        visit.noteSites(Set.of("london"), SELF, NOW);
        var removal = visit.snapshot().deviationsOrNone().siteRemoval();
        if (VisitState.BEFORE_FIELDWORK.contains(state)) {
            assertThat(removal).isEqualTo(new Deviations.SiteRemoval("windsor", NOW));
            assertThat(visit.change().orElseThrow().name()).isEqualTo("site-removed");
            assertThat(visit.state()).isEqualTo(state);
        } else {
            assertThat(removal).isNull();
            assertThat(visit.change()).isEmpty();
        }
    }

    @Test
    void aSiteThatIsOnRecordAgainIsNoLongerNoted() {
        var removed = after(required(VisitState.DUE), v -> v.noteSites(Set.of(), SELF, NOW));
        var restored = after(removed, v -> v.noteSites(Set.of("windsor"), SELF, NOW));
        assertThat(restored.snapshot().deviations()).isNull();
        restored.noteSites(Set.of("windsor"), SELF, NOW);
        assertThat(restored.change()).isEmpty();
    }

    @Test
    void aRequiredVisitIsMadeAtItsSiteUnlessThatIsGone() {
        var visit = required(VisitState.DUE);
        assertThat(rule(() -> visit.propose(LONDON, Schedule.Mode.ON_SITE, List.of(MONDAY), RULES, VERA, NOW)))
                .isEqualTo("visit-of-another-site");
        var removed = after(visit, v -> v.noteSites(Set.of("sarnia"), SELF, NOW));
        var sarnia = site("sarnia", "ON", "CA", "America/Toronto");
        var moved = after(removed, v -> v.propose(sarnia, Schedule.Mode.ON_SITE, List.of(MONDAY), RULES, VERA, NOW));
        assertThat(moved.snapshot().siteId()).contains("sarnia");
        assertThat(moved.snapshot().required().ids()).containsExactly("london", "sarnia");
        assertThat(moved.snapshot().deviations()).isNull();
        assertThat(after(moved, v -> v.propose(sarnia, Schedule.Mode.ON_SITE, List.of(TUESDAY), RULES, VERA, NOW))
                        .state())
                .isEqualTo(VisitState.PROPOSED);
    }

    @Test
    void anInitialVisitToASiteThatIsGoneMayBeCancelled() {
        assertThat(rule(() -> required(VisitState.DUE).cancel("x", VERA, NOW)))
                .isEqualTo("initial-visit-follows-application");
        var removed = after(required(VisitState.DUE), v -> v.noteSites(Set.of(), SELF, NOW));
        removed.cancel("The site is gone", VERA, NOW);
        assertThat(removed.state()).isEqualTo(VisitState.CANCELLED);
    }

    @Test
    void anotherOfficerThanThoseOfTheVisitDecidesOnADisputedFinding() {
        var answered = after(VisitState.RESPONSE_AWAITED, v -> v.respond("F1", "New log", CARLA, duringVisit()));
        var disputed = after(answered, v -> v.disputeResponse("F1", "Not enough", VERA, duringVisit()));
        var takenOver =
                after(disputed, v -> v.takeOver(OTHER_VALIDATOR.id(), "Illness", ANYBODY, MORGAN, duringVisit()));
        for (var partial : List.of(VERA, OTHER_VALIDATOR)) {
            assertThatThrownBy(() ->
                            takenOver.decideDispute("F1", Finding.Decision.DROPPED, "It falls", partial, duringVisit()))
                    .isInstanceOf(Refusal.NotAllowed.class);
        }
        var decided = after(
                takenOver, v -> v.decideDispute("F1", Finding.Decision.DROPPED, "It falls", MORGAN, duringVisit()));
        assertThat(decided.snapshot().findings().disputesDecidedBy()).containsExactly(MORGAN.id());
        assertThat(decided.snapshot().findings().unresolvedActions()).isZero();
    }

    private static String rule(Runnable refused) {
        return catchThrowableOfType(Refusal.RuleBroken.class, refused::run).rule();
    }
}
