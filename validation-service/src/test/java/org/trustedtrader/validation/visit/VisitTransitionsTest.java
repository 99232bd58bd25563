package org.trustedtrader.validation.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.trustedtrader.validation.visit.VisitFixtures.*;
import static org.trustedtrader.validation.visit.VisitState.*;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.trustedtrader.platform.aggregate.Aggregate.Stored;
import org.trustedtrader.platform.refusal.Refusal;

/** Every state × every command: where it leads, or that it is refused. */
class VisitTransitionsTest {

    private static final Instant LATER = duringVisit();

    /** @param leads from state to state; a state that is not named refuses the command */
    private record Row(String command, Consumer<Visit> verb, Map<VisitState, VisitState> leads) {}

    private static final List<Row> TABLE = List.of(
            new Row(
                    "propose",
                    v -> v.propose(WINDSOR, Schedule.Mode.HYBRID, List.of(TUESDAY), RULES, VERA, NOW),
                    Map.of(
                            DUE,
                            PROPOSED,
                            PROPOSED,
                            PROPOSED,
                            NOTIFIED,
                            PROPOSED,
                            CONFIRMED,
                            PROPOSED,
                            RESCHEDULED,
                            PROPOSED,
                            NO_SHOW,
                            PROPOSED)),
            new Row("notify", v -> v.notifyCompany(RULES, VERA, NOW), Map.of(PROPOSED, NOTIFIED)),
            new Row("confirm", v -> v.confirm(2, RULES, CARLA, NOW), Map.of(NOTIFIED, CONFIRMED)),
            new Row("decline", v -> v.decline("None suits", CARLA, NOW), Map.of(NOTIFIED, DUE)),
            new Row(
                    "reschedule",
                    v -> v.reschedule(
                            Integer.valueOf(1).equals(v.snapshot().schedule().agreed()) ? 2 : 1,
                            "Flu",
                            RULES,
                            CARLA,
                            NOW),
                    Map.of(CONFIRMED, RESCHEDULED, RESCHEDULED, RESCHEDULED)),
            new Row(
                    "start",
                    v -> v.start(PEOPLE, VERA, TUESDAY.startsAt()),
                    Map.of(CONFIRMED, IN_PROGRESS, RESCHEDULED, IN_PROGRESS)),
            new Row(
                    "no-show",
                    v -> v.recordNoShow(Deviations.Absent.COMPANY, "Closed", VERA, TUESDAY.startsAt()),
                    Map.of(CONFIRMED, NO_SHOW, RESCHEDULED, NO_SHOW)),
            new Row(
                    "no-show of the programme",
                    v -> v.recordNoShow(Deviations.Absent.PROGRAMME, "Flat tyre", MORGAN, TUESDAY.startsAt()),
                    Map.of(CONFIRMED, DUE, RESCHEDULED, DUE)),
            new Row(
                    "take over",
                    v -> v.takeOver(OTHER_VALIDATOR.id(), "Illness", ANYBODY, MORGAN, LATER),
                    Stream.of(VisitState.values())
                            .filter(BEGUN::contains)
                            .collect(Collectors.toMap(state -> state, state -> state))),
            new Row(
                    "raise a finding",
                    v -> v.raiseFinding(Finding.Kind.RECOMMENDATION, "SEALS", null, "Text", VERA, LATER),
                    Map.of(IN_PROGRESS, IN_PROGRESS)),
            new Row(
                    "finish the fieldwork",
                    v -> v.finishFieldwork(AREAS, VERA, LATER),
                    Map.of(IN_PROGRESS, FIELDWORK_DONE)),
            new Row(
                    "draft the report",
                    v -> v.draftReport("Text", VERA, LATER),
                    Map.of(FIELDWORK_DONE, REPORT_DRAFT, REPORT_DRAFT, REPORT_DRAFT)),
            new Row(
                    "issue the report",
                    v -> v.issueReport(VisitParameters.DEFAULT, VERA, LATER),
                    Map.of(REPORT_DRAFT, REPORT_ISSUED)),
            new Row(
                    "acknowledge the report",
                    v -> v.acknowledgeReport(CARLA, LATER),
                    Map.of(REPORT_ISSUED, RESPONSE_AWAITED)),
            new Row(
                    "respond",
                    v -> v.respond("F1", "Done", CARLA, LATER),
                    Map.of(REPORT_ISSUED, RESPONSE_AWAITED, RESPONSE_AWAITED, RESPONSE_AWAITED)),
            new Row(
                    "extend",
                    v -> v.extendResponse(10, "Illness", VERA, LATER),
                    Map.of(REPORT_ISSUED, REPORT_ISSUED, RESPONSE_AWAITED, RESPONSE_AWAITED)),
            new Row(
                    "close as unsatisfactory after the time for a response",
                    v -> v.close(
                            Visit.Outcome.UNSATISFACTORY, "No answer", VERA, Instant.parse("2027-06-01T00:00:00Z")),
                    Map.of(REPORT_ISSUED, CLOSED, RESPONSE_AWAITED, CLOSED)),
            new Row(
                    "cancel as a programme manager",
                    v -> v.cancel("No more time", MORGAN, LATER),
                    Stream.of(VisitState.values())
                            .filter(BEGUN::contains)
                            .collect(Collectors.toMap(state -> state, state -> CANCELLED))),
            new Row(
                    "end with the application",
                    v -> v.endWith("The application is DENIED.", SELF, NOW),
                    Stream.of(VisitState.values())
                            .filter(state -> !state.isFinal())
                            .collect(Collectors.toMap(state -> state, state -> CANCELLED))));

    @TestFactory
    Stream<DynamicTest> everyCommandInEveryState() {
        return TABLE.stream()
                .flatMap(row -> Arrays.stream(VisitState.values())
                        .map(state -> dynamicTest(row.command() + " in " + state, () -> check(row, state))));
    }

    private static void check(Row row, VisitState state) {
        var visit = in(state);
        assertThat(visit.state()).isEqualTo(state);
        var next = row.leads().get(state);
        if (next != null) {
            row.verb().accept(visit);
            assertThat(visit.state()).isEqualTo(next);
            var change = visit.change().orElseThrow();
            assertThat(change.from()).isEqualTo(state.name());
            assertThat(change.to()).isEqualTo(next.name());
        } else if (row.command().equals("end with the application")) {
            row.verb().accept(visit);
            assertThat(visit.change()).isEmpty();
        } else {
            var before = visit.snapshot();
            if (row.command().startsWith("cancel") && !state.isFinal()) {
                assertThatThrownBy(() -> row.verb().accept(visit)).isInstanceOf(Refusal.RuleBroken.class);
            } else {
                assertThatThrownBy(() -> row.verb().accept(visit))
                        .isInstanceOf(Refusal.WrongState.class)
                        .hasMessageContaining(state.name());
            }
            assertThat(visit.snapshot()).isEqualTo(before);
            assertThat(visit.change()).isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> judgementsNeedAResponseAwaited() {
        return Stream.of(VisitState.values())
                .filter(state -> state != RESPONSE_AWAITED)
                .flatMap(state -> Stream.<Consumer<Visit>>of(
                                v -> v.acceptResponse("F1", "x", VERA, LATER),
                                v -> v.disputeResponse("F1", "x", VERA, LATER),
                                v -> v.decideDispute("F1", Finding.Decision.UPHELD, "x", MORGAN, LATER),
                                v -> v.resolveFinding("F1", "x", VERA, LATER))
                        .map(verb -> dynamicTest(
                                "judge in " + state,
                                () -> assertThatThrownBy(() -> verb.accept(in(state)))
                                        .isInstanceOf(Refusal.WrongState.class))));
    }

    @TestFactory
    Stream<DynamicTest> anOrderedVisitIsCancelledBeforeItBeginsAndByTheManagerAfterwardsToo() {
        return Stream.of(VisitState.values())
                .flatMap(state -> Stream.of(VERA, MORGAN)
                        .map(actor -> dynamicTest("cancel in " + state + " by " + actor.id(), () -> {
                            var visit = ordered(state);
                            if (BEFORE_FIELDWORK.contains(state) || (actor.equals(MORGAN) && BEGUN.contains(state))) {
                                visit.cancel("Not needed", actor, NOW);
                                assertThat(visit.state()).isEqualTo(CANCELLED);
                            } else {
                                assertThatThrownBy(() -> visit.cancel("Not needed", actor, NOW))
                                        .isInstanceOf(Refusal.WrongState.class);
                            }
                        })));
    }

    private static Visit ordered(VisitState state) {
        var file = in(state).snapshot();
        var origin = new VisitOrigin(Visit.Type.AD_HOC, COMPANY, null, NOW, "Tip-off", null, null, null, null);
        return Visit.restore(
                new Stored("v", 5, Map.of()),
                new VisitSnapshot(
                        file.state(),
                        origin,
                        file.risk(),
                        file.schedule(),
                        file.findings(),
                        file.fieldwork(),
                        file.report(),
                        file.outcome(),
                        file.closedAt(),
                        file.requiredSites(),
                        file.deviations(),
                        null));
    }
}
