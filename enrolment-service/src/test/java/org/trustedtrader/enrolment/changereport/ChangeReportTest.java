package org.trustedtrader.enrolment.changereport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.trustedtrader.enrolment.changereport.ChangeReport.State.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustedtrader.enrolment.changereport.ChangeReport.Decision;
import org.trustedtrader.enrolment.changereport.ChangeReport.Kind;
import org.trustedtrader.enrolment.changereport.ChangeReport.Outcome;
import org.trustedtrader.enrolment.changereport.ChangeReport.State;
import org.trustedtrader.enrolment.changereport.ChangeReport.Subject;
import org.trustedtrader.enrolment.changereport.ChangeReport.Triage;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.FieldChange;
import org.trustedtrader.platform.calendar.Jurisdiction;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.test.DocumentedStates;

public class ChangeReportTest {

    private static final ChangeReportRules RULES = new ChangeReportRules(10, 10, 30);
    private static final Instant AT = Instant.parse("2027-09-02T16:00:00Z");
    private static final Actor PLATFORM = Actor.service("enrolment");
    private static final Actor INTAKE = new Actor("user:olivia", Set.of("intake-officer"), Optional.empty());
    private static final Actor APPROVER = new Actor("user:paul", Set.of("approver"), Optional.empty());
    private static final Actor OWNER = new Actor("user:carla", Set.of("account-owner"), Optional.of("123456782"));

    private static final Actor MANAGER = new Actor("user:morgan", Set.of("programme-manager"), Optional.empty());

    private record Verb(State possibleIn, State next, Consumer<ChangeReport> run) {}

    private static final Map<String, Verb> COMMANDS = Map.of(
            "triage", new Verb(REPORTED, TRIAGED, r -> r.triage(Outcome.VISIT, "new yard", RULES, INTAKE, AT)),
            "decide", new Verb(TRIAGED, State.NO_EFFECT, r -> decide(r, Outcome.NO_EFFECT, null, APPROVER)),
            "nameDecider", new Verb(TRIAGED, TRIAGED, r -> r.nameDecider(naming(OWNER.id()), MANAGER, AT)),
            "answer", new Verb(RETURNED, REPORTED, r -> r.answer("It is the same firm.", RULES, OWNER, AT)));

    static Stream<Arguments> everyStateWithEveryCommand() {
        return COMMANDS.keySet().stream()
                .sorted()
                .flatMap(command -> Arrays.stream(State.values()).map(state -> Arguments.of(command, state)));
    }

    @ParameterizedTest(name = "{0} while {1}")
    @MethodSource("everyStateWithEveryCommand")
    void isDoneWhereAllowedAndRefusedElsewhere(String command, State state) {
        var verb = COMMANDS.get(command);
        var report = aReportIn(state);
        if (state == verb.possibleIn()) {
            verb.run().accept(report);
            assertThat(report.state()).isEqualTo(verb.next());
            assertThat(report.change().orElseThrow().reason()).isNotBlank();
        } else {
            assertThatThrownBy(() -> verb.run().accept(report)).isInstanceOf(Refusal.WrongState.class);
            assertThat(report.change()).isEmpty();
        }
    }

    @Test
    void theDocumentationHoldsTheSameTable() {
        var documented = DocumentedStates.of("A change report");
        assertThat(documented.states()).containsExactlyInAnyOrder(names(State.values()));
        var commands = Map.of("triage", "triage", "decide", "decision", "nameDecider", "decider", "answer", "answer");
        commands.forEach((verb, command) -> assertThat(documented.possible(command))
                .as(command)
                .containsExactly(COMMANDS.get(verb).possibleIn().name()));
    }

    private static String[] names(State... states) {
        return Arrays.stream(states).map(Enum::name).toArray(String[]::new);
    }

    @ParameterizedTest
    @EnumSource
    void anOpenReportIsVoidWhenTheMembershipEnds(State state) {
        var report = aReportIn(state);
        report.close(PLATFORM, AT);
        assertThat(report.state()).isEqualTo(state.open() ? VOID : state);
        assertThat(report.change().isPresent()).isEqualTo(state.open());
    }

    @ParameterizedTest
    @EnumSource
    void eachOutcomeLeadsToItsState(Outcome outcome) {
        var report = aReportIn(TRIAGED);
        decide(report, outcome, outcome == Outcome.VISIT ? "windsor" : null, APPROVER);
        assertThat(report.state().name()).isEqualTo(outcome.name());
    }

    @Test
    void isDecidedBySomebodyElseThanWhoTriagedItAlsoBeforeItWasReturned() {
        refusedFor(INTAKE, aReportIn(TRIAGED));
        var again = aReportIn(RETURNED);
        again.answer("It is the same firm.", RULES, OWNER, AT);
        again = stored(again);
        again.triage(Outcome.NO_EFFECT, "", RULES, new Actor("user:adam", Set.of("assessor"), Optional.empty()), AT);
        refusedFor(INTAKE, stored(again));
    }

    @Test
    void isDecidedBySomebodyElseThanWhoRecordedTheChange() {
        var recorder = new Actor("user:carla", Set.of("approver"), Optional.empty());
        refusedFor(recorder, aReportIn(TRIAGED));
    }

    @Test
    void aManagerNamesWhoRecordedTheChangeButNeverWhoTriagedIt() {
        var recorder = new Actor("user:carla", Set.of("approver"), Optional.empty());
        var named = aReportIn(TRIAGED);
        named.nameDecider(naming(recorder.id()), MANAGER, AT);
        assertThat(named.change().orElseThrow().reason()).contains(recorder.id());
        var waiting = stored(named);
        decide(waiting, Outcome.NO_EFFECT, null, recorder);
        assertThat(waiting.state()).isEqualTo(State.NO_EFFECT);
        assertThat(waiting.snapshot().decider()).isNull();
        for (var officer : List.of(INTAKE.id(), MANAGER.id(), "user:zoe", "service:enrolment")) {
            assertThatThrownBy(() -> aReportIn(TRIAGED).nameDecider(naming(officer), MANAGER, AT))
                    .as(officer)
                    .isInstanceOf(Refusal.class);
        }
    }

    private static NamedDecider naming(String officer) {
        return new NamedDecider(officer, "no other officer is left", MANAGER.id());
    }

    @Test
    void nobodyWorksOnTheirOwnCompany() {
        var own = new Actor("user:ivan", Set.of("intake-officer", "approver"), Optional.of("123456782"));
        refusedFor(own, aReportIn(TRIAGED));
        assertThat(catchThrowableOfType(
                                Refusal.RuleBroken.class,
                                () -> aReportIn(REPORTED).triage(Outcome.NO_EFFECT, "", RULES, own, AT))
                        .rule())
                .isEqualTo("decided-by-someone-else");
    }

    @Test
    void aVisitNamesItsSiteAndNothingElseDoes() {
        for (var outcome : Outcome.values()) {
            var wrong = outcome == Outcome.VISIT ? null : "windsor";
            assertThatThrownBy(() -> decide(aReportIn(TRIAGED), outcome, wrong, APPROVER))
                    .isInstanceOf(Refusal.InvalidInput.class);
        }
    }

    @Test
    void eachStepHasItsOwnPeriod() {
        var report = aReportIn(REPORTED);
        assertThat(report.snapshot().dueOn()).isEqualTo(LocalDate.of(2027, 9, 17));
        report.triage(Outcome.RETURNED, "", RULES, INTAKE, Instant.parse("2027-09-10T16:00:00Z"));
        assertThat(report.snapshot().dueOn()).isEqualTo(LocalDate.of(2027, 9, 24));
    }

    @Test
    void aFieldWithoutARowIsSignificantAndContactsAreRoutine() {
        var policies = ChangePolicies.defaults();
        assertThat(policies.significant(List.of(
                        change("sites[windsor].hours"),
                        change("sites[windsor].address"),
                        change("sites[a.b].headcount"),
                        change("contacts"))))
                .isEmpty();
        for (var field : List.of(
                "legalName",
                "linesOfBusiness",
                "carrierCode",
                "programmeAccounts",
                "sites[windsor]",
                "sites[windsor].place",
                "somethingNew",
                FieldChange.MORE)) {
            assertThat(policies.significant(List.of(change(field)))).as(field).hasSize(1);
        }
    }

    private static void refusedFor(Actor officer, ChangeReport report) {
        var refused =
                catchThrowableOfType(Refusal.RuleBroken.class, () -> decide(report, Outcome.NO_EFFECT, null, officer));
        assertThat(refused.rule()).isEqualTo("decided-by-someone-else");
    }

    private static void decide(ChangeReport report, Outcome outcome, @Nullable String site, Actor officer) {
        var decision = new Decision(outcome, site, "The owners are the same.", "Programme terms");
        report.decide(decision, RULES, Jurisdiction.CANADA, officer, AT);
    }

    private static FieldChange change(String field) {
        return new FieldChange(field, "old", "new");
    }

    private static ChangeReport stored(ChangeReport of) {
        return ChangeReport.restore(new Aggregate.Stored(of.id(), of.version(), Map.of()), of.snapshot());
    }

    public static ChangeReport aReportIn(State state) {
        var subject = new Subject(
                "m1",
                "123456782",
                Kind.RECORD,
                List.of(new FieldChange("legalName", "Maple Leaf Haulage Ltd.", "Maple Leaf Logistics Ltd.")),
                "",
                LocalDate.of(2027, 9, 2),
                OWNER.id(),
                AT);
        var triage = state == REPORTED ? null : new Triage(INTAKE.id(), Outcome.VISIT, "Look at the yard.");
        var visit = state == State.VISIT;
        var decision = triage == null || state == TRIAGED || state == VOID
                ? null
                : new Decision(
                        Outcome.valueOf(state.name()), visit ? "windsor" : null, "The yard is new.", "Programme terms");
        return ChangeReport.restore(
                new Aggregate.Stored("123456782-4", 3, Map.of()),
                new ChangeReport.Snapshot(
                        subject,
                        state,
                        RULES.triageDueOn(AT),
                        AT,
                        triage == null ? Set.of() : Set.of(INTAKE.id()),
                        triage,
                        decision,
                        null,
                        null));
    }
}
