package org.trustedtrader.validation.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.trustedtrader.validation.visit.VisitFixtures.*;
import static org.trustedtrader.validation.visit.VisitState.*;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.refusal.Refusal;

class FieldworkTest {

    @Test
    void aVisitDoesNotStartBeforeTheAgreedTime() {
        var early = MONDAY.startsAt().minusSeconds(1);
        assertRule("visit-not-begun", () -> in(CONFIRMED).start(PEOPLE, VERA, early));
        assertRule(
                "visit-not-begun", () -> in(CONFIRMED).recordNoShow(Deviations.Absent.COMPANY, "Closed", VERA, early));
        in(CONFIRMED).start(PEOPLE, VERA, MONDAY.startsAt());
    }

    @Test
    void aRescheduledVisitStartsAtItsNewTime() {
        assertRule("visit-not-begun", () -> in(RESCHEDULED).start(PEOPLE, VERA, MONDAY.startsAt()));
        in(RESCHEDULED).start(PEOPLE, VERA, TUESDAY.startsAt());
    }

    @Test
    void somebodyOfTheCompanyIsPresent() {
        var nobody = List.of(new Fieldwork.Participant("Vera", "Validator", Fieldwork.Participant.Side.PROGRAMME));
        assertThatThrownBy(() -> in(CONFIRMED).start(nobody, VERA, MONDAY.startsAt()))
                .isInstanceOf(Refusal.InvalidInput.class);
    }

    @TestFactory
    Stream<DynamicTest> onlyTheAssignedOfficerDoesTheWork() {
        Map<String, Map.Entry<VisitState, BiConsumer<Visit, Actor>>> commands = Map.of(
                "start", Map.entry(CONFIRMED, (v, a) -> v.start(PEOPLE, a, MONDAY.startsAt())),
                "no-show",
                        Map.entry(
                                CONFIRMED,
                                (v, a) -> v.recordNoShow(Deviations.Absent.COMPANY, "x", a, MONDAY.startsAt())),
                "finding",
                        Map.entry(
                                IN_PROGRESS,
                                (v, a) -> v.raiseFinding(
                                        Finding.Kind.BEST_PRACTICE, "SEALS", null, "x", a, duringVisit())),
                "fieldwork", Map.entry(IN_PROGRESS, (v, a) -> v.finishFieldwork(AREAS, a, duringVisit())),
                "draft", Map.entry(FIELDWORK_DONE, (v, a) -> v.draftReport("x", a, duringVisit())),
                "issue", Map.entry(REPORT_DRAFT, (v, a) -> v.issueReport(VisitParameters.DEFAULT, a, duringVisit())),
                "extend", Map.entry(REPORT_ISSUED, (v, a) -> v.extendResponse(5, "x", a, duringVisit())),
                "accept", Map.entry(RESPONSE_AWAITED, (v, a) -> v.acceptResponse("F1", "x", a, duringVisit())),
                "close",
                        Map.entry(
                                RESPONSE_AWAITED,
                                (v, a) -> v.close(Visit.Outcome.UNSATISFACTORY, "x", a, duringVisit())));
        return commands.entrySet().stream()
                .map(entry -> dynamicTest(entry.getKey(), () -> {
                    var visit = in(entry.getValue().getKey());
                    assertThatThrownBy(() -> entry.getValue().getValue().accept(visit, OTHER_VALIDATOR))
                            .isInstanceOf(Refusal.NotAllowed.class);
                    assertThat(visit.change()).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> onlyTheCompanyItselfAgreesAndResponds() {
        Map<String, Map.Entry<VisitState, BiConsumer<Visit, Actor>>> commands = Map.of(
                "confirm", Map.entry(NOTIFIED, (v, a) -> v.confirm(1, RULES, a, NOW)),
                "decline", Map.entry(NOTIFIED, (v, a) -> v.decline("x", a, NOW)),
                "acknowledge", Map.entry(REPORT_ISSUED, (v, a) -> v.acknowledgeReport(a, duringVisit())),
                "respond", Map.entry(REPORT_ISSUED, (v, a) -> v.respond("F1", "x", a, duringVisit())));
        return commands.entrySet().stream()
                .map(entry -> dynamicTest(
                        entry.getKey(),
                        () -> assertThatThrownBy(() -> entry.getValue()
                                        .getValue()
                                        .accept(in(entry.getValue().getKey()), VERA))
                                .isInstanceOf(Refusal.NotAllowed.class)));
    }

    @Test
    void theOverallRiskIsThatOfTheWorstArea() {
        assertThat(in(FIELDWORK_DONE).snapshot().overallRisk()).contains(RiskLevel.MEDIUM);
    }

    @Test
    void anAreaThatRequiresAnActionIsNoLowRisk() {
        var low = List.of(
                new Fieldwork.AreaRating("SEALS", RiskLevel.LOW, "x"),
                new Fieldwork.AreaRating("CYBERSECURITY", RiskLevel.LOW, "x"));
        assertRule("areas-not-rated", () -> withFindings(in(IN_PROGRESS)).finishFieldwork(low, VERA, duringVisit()));
    }

    @Test
    void anAreaThatWasVisitedIsNeverUnrated() {
        var unrated = List.of(
                new Fieldwork.AreaRating("SEALS", RiskLevel.UNRATED, "x"),
                new Fieldwork.AreaRating("CYBERSECURITY", RiskLevel.MEDIUM, "x"));
        assertRule(
                "areas-not-rated", () -> withFindings(in(IN_PROGRESS)).finishFieldwork(unrated, VERA, duringVisit()));
    }

    @Test
    void everyAreaWithAFindingIsRatedOnce() {
        var seals = new Fieldwork.AreaRating("SEALS", RiskLevel.MEDIUM, "x");
        var visit = withFindings(in(IN_PROGRESS));
        assertRule("areas-not-rated", () -> visit.finishFieldwork(List.of(seals), VERA, duringVisit()));
        assertRule("areas-not-rated", () -> visit.finishFieldwork(List.of(), VERA, duringVisit()));
        var twice = List.of(seals, seals, new Fieldwork.AreaRating("CYBERSECURITY", RiskLevel.LOW, "x"));
        assertRule("areas-not-rated", () -> visit.finishFieldwork(twice, VERA, duringVisit()));
    }

    @Test
    void findingsAreNumberedAndCommunicatedWithTheReport() {
        var visit = in(REPORT_ISSUED);
        assertThat(visit.snapshot().findings().all()).extracting(Finding::id).containsExactly("F1", "F2", "F3");
        assertThat(visit.snapshot().findings().all())
                .extracting(Finding::state)
                .containsOnly(Finding.State.COMMUNICATED);
    }

    @Test
    void theNumberOfFindingsIsBounded() {
        var full = new Findings(
                Collections.nCopies(Findings.MOST, Finding.raised(1, Finding.Kind.RECOMMENDATION, "SEALS", null, "x")));
        assertRule("too-many-findings", () -> full.raise(Finding.Kind.RECOMMENDATION, "SEALS", null, "x"));
    }

    @Test
    void aReratedVisitChangesOnceAndNotAfterItHasBegun() {
        var visit = in(DUE);
        visit.rerate(RiskLevel.HIGH, SELF, NOW);
        assertThat(visit.snapshot().risk()).isEqualTo(RiskLevel.HIGH);
        var same = stored(visit);
        same.rerate(RiskLevel.HIGH, SELF, NOW);
        assertThat(same.change()).isEmpty();
        var begun = in(IN_PROGRESS);
        begun.rerate(RiskLevel.HIGH, SELF, NOW);
        assertThat(begun.change()).isEmpty();
    }

    private static void assertRule(String rule, Runnable command) {
        assertThatThrownBy(command::run)
                .isInstanceOfSatisfying(
                        Refusal.RuleBroken.class, r -> assertThat(r.rule()).isEqualTo(rule));
    }
}
