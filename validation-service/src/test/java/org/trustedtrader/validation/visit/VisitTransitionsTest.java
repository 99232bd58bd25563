package org.trustedtrader.validation.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.trustedtrader.validation.visit.VisitFixtures.*;
import static org.trustedtrader.validation.visit.VisitState.*;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trustedtrader.platform.aggregate.Aggregate.Stored;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.test.DocumentedCommands;

/** Every state × every command: where it leads, or that it is refused. The table of the documentation says the same. */
class VisitTransitionsTest {

    private static final Instant LATER = duringVisit();

    private static final String FILE_ENDS = "the file ends";

    private static final String REVALIDATION_ENDS = "the revalidation ends";

    /**
     * @param command as the documentation names it
     * @param given   a visit for which all that the command needs has happened
     * @param leads   from state to state; a state that is not named refuses the command
     */
    private record Row(
            String command,
            Function<VisitState, Visit> given,
            Consumer<Visit> verb,
            Map<VisitState, VisitState> leads) {

        Row(String command, Consumer<Visit> verb, Map<VisitState, VisitState> leads) {
            this(command, VisitFixtures::in, verb, leads);
        }
    }

    private static final List<Row> TABLE = List.of(
            new Row(
                    "propose slots",
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
            new Row("notify the company", v -> v.notifyCompany(RULES, VERA, NOW), Map.of(PROPOSED, NOTIFIED)),
            new Row("confirm a slot", v -> v.confirm(2, RULES, CARLA, NOW), Map.of(NOTIFIED, CONFIRMED)),
            new Row("decline the slots", v -> v.decline("None suits", CARLA, NOW), Map.of(NOTIFIED, DUE)),
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
                    "record a no-show of the company",
                    v -> v.recordNoShow(Deviations.Absent.COMPANY, "Closed", VERA, TUESDAY.startsAt()),
                    Map.of(CONFIRMED, NO_SHOW, RESCHEDULED, NO_SHOW)),
            new Row(
                    "record a no-show of the programme",
                    v -> v.recordNoShow(Deviations.Absent.PROGRAMME, "Flat tyre", MORGAN, TUESDAY.startsAt()),
                    Map.of(CONFIRMED, DUE, RESCHEDULED, DUE)),
            new Row(
                    "have the visit taken over",
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
                    "respond to a finding",
                    v -> v.respond("F1", "Done", CARLA, LATER),
                    Map.of(REPORT_ISSUED, RESPONSE_AWAITED, RESPONSE_AWAITED, RESPONSE_AWAITED)),
            new Row(
                    "extend the time for a response",
                    v -> v.extendResponse(10, "Illness", VERA, LATER),
                    Map.of(REPORT_ISSUED, REPORT_ISSUED, RESPONSE_AWAITED, RESPONSE_AWAITED)),
            new Row(
                    "close",
                    v -> v.close(
                            Visit.Outcome.UNSATISFACTORY, "No answer", VERA, Instant.parse("2027-06-01T00:00:00Z")),
                    Map.of(REPORT_ISSUED, CLOSED, RESPONSE_AWAITED, CLOSED)),
            new Row(
                    "accept a response",
                    state -> judged(state, v -> {}),
                    v -> v.acceptResponse("F1", "Fine", VERA, LATER),
                    Map.of(RESPONSE_AWAITED, RESPONSE_AWAITED)),
            new Row(
                    "dispute a response",
                    state -> judged(state, v -> {}),
                    v -> v.disputeResponse("F1", "Not enough", VERA, LATER),
                    Map.of(RESPONSE_AWAITED, RESPONSE_AWAITED)),
            new Row(
                    "decide a dispute",
                    state -> judged(state, v -> v.disputeResponse("F1", "Not enough", VERA, LATER)),
                    v -> v.decideDispute("F1", Finding.Decision.UPHELD, "It stands", MORGAN, LATER),
                    Map.of(RESPONSE_AWAITED, RESPONSE_AWAITED)),
            new Row(
                    "resolve a finding",
                    state -> judged(state, v -> v.acceptResponse("F1", "Fine", VERA, LATER)),
                    v -> v.resolveFinding("F1", "Seen", VERA, LATER),
                    Map.of(RESPONSE_AWAITED, RESPONSE_AWAITED)),
            new Row(
                    "cancel",
                    VisitTransitionsTest::ordered,
                    v -> v.cancel("Not needed", VERA, NOW),
                    BEFORE_FIELDWORK.stream().collect(Collectors.toMap(state -> state, state -> CANCELLED))),
            new Row(
                    "cancel a begun visit",
                    v -> v.cancel("No more time", MORGAN, LATER),
                    Stream.of(VisitState.values())
                            .filter(BEGUN::contains)
                            .collect(Collectors.toMap(state -> state, state -> CANCELLED))),
            new Row(
                    FILE_ENDS,
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
        var visit = row.given().apply(state);
        assertThat(visit.state()).isEqualTo(state);
        var next = row.leads().get(state);
        if (next != null) {
            row.verb().accept(visit);
            assertThat(visit.state()).isEqualTo(next);
            var change = visit.change().orElseThrow();
            assertThat(change.from()).isEqualTo(state.name());
            assertThat(change.to()).isEqualTo(next.name());
        } else if (row.command().equals(FILE_ENDS)) {
            row.verb().accept(visit);
            assertThat(visit.change()).isEmpty();
        } else {
            var before = visit.snapshot();
            if (row.command().equals("cancel a begun visit") && !state.isFinal()) {
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

    @Test
    void theDocumentationHoldsTheSameTable() {
        var documented = DocumentedCommands.of(VisitState.class, "A visit", "Command");
        assertThat(documented.commands())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(TABLE.stream().map(Row::command), Stream.of(REVALIDATION_ENDS))
                                .toList());
        TABLE.forEach(row ->
                assertThat(documented.leads(row.command())).as(row.command()).isEqualTo(row.leads()));
    }

    @Test
    void whatARevalidationMadeDueEndsWithItUnlessItHasBegun() {
        var leads =
                DocumentedCommands.of(VisitState.class, "A visit", "Command").leads(REVALIDATION_ENDS);
        assertThat(leads.keySet()).isEqualTo(BEFORE_FIELDWORK);
        for (var state : VisitState.values()) {
            var visits = new InMemoryVisits();
            var id = visits.keep(ofRevalidation(state)).id();
            new EndVisits(visits, Clock.fixed(NOW, ZoneOffset.UTC)).ofRevalidation(APPLICATION);
            assertThat(visits.find(id).orElseThrow().state())
                    .as("the revalidation ends in " + state)
                    .isEqualTo(leads.getOrDefault(state, state));
        }
    }

    @TestFactory
    Stream<DynamicTest> aManagerCancelsAnOrderedVisitBeforeItBeginsAndAfterwardsToo() {
        return Stream.of(VisitState.values())
                .map(state -> dynamicTest("cancel in " + state, () -> {
                    var visit = ordered(state);
                    if (state.isFinal()) {
                        assertThatThrownBy(() -> visit.cancel("Not needed", MORGAN, NOW))
                                .isInstanceOf(Refusal.WrongState.class);
                    } else {
                        visit.cancel("Not needed", MORGAN, NOW);
                        assertThat(visit.state()).isEqualTo(CANCELLED);
                    }
                }));
    }

    /** Where the company has responded to F1. */
    private static Visit judged(VisitState state, Consumer<Visit> judgement) {
        return state == RESPONSE_AWAITED
                ? after(after(state, v -> v.respond("F1", "New seal log", CARLA, LATER)), judgement)
                : in(state);
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
