package org.trustedtrader.enrolment.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.enrolment.Duties.MANAGER;
import static org.trustedtrader.enrolment.compliance.ComplianceCase.State.*;
import static org.trustedtrader.enrolment.compliance.ComplianceCaseTest.*;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustedtrader.enrolment.compliance.ComplianceCase.Outcome;
import org.trustedtrader.enrolment.compliance.ComplianceCase.State;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.access.SeparationOfDuties.Share;
import org.trustedtrader.platform.calendar.Jurisdiction;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.test.DocumentedStates;

/** Each command, and what happens without one, in each state. The state table of the documentation says the same. */
class CaseStatesTest {

    private static final List<Share> TOOK_PART =
            List.of(Share.participation("user:sue", "SUSPENSION", "part.suspended"));

    /**
     * @param words of the documentation; a command in backticks
     * @param leads from state to state; a state that is not named stays, and refuses a command
     * @param given a case in that state
     */
    private record Row(
            String words,
            Map<State, State> leads,
            Function<State, ComplianceCase> given,
            Consumer<ComplianceCase> run) {

        boolean isCommand() {
            return words.startsWith("`");
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private static final List<Row> TABLE = List.of(
            new Row(
                    "`answer`",
                    Map.of(OPENED, ANSWERED, NOTICE_SERVED, ANSWERED, ANSWER_PERIOD_OVER, ANSWERED),
                    ComplianceCaseTest::aCaseIn,
                    c -> c.answer("we have mended it", RULES, OWNER, OPENED_AT)),
            new Row(
                    "`decision`",
                    openTo(state -> DECIDED),
                    ComplianceCaseTest::aCaseIn,
                    c -> c.decide(decision(Outcome.NO_ACTION, null), List.of(), APPROVER, OPENED_AT)),
            new Row(
                    "`proposal`",
                    openTo(state -> state),
                    ComplianceCaseTest::aCaseIn,
                    c -> c.propose(Outcome.SUSPENSION, "as the facts are", APPROVER, OPENED_AT)),
            new Row(
                    "`decider`",
                    openTo(state -> state),
                    ComplianceCaseTest::aCaseIn,
                    c -> c.nameDecider(
                            new NamedDecider("user:sue", "no other officer is left", MANAGER.id()),
                            TOOK_PART,
                            MANAGER,
                            OPENED_AT)),
            new Row(
                    "the company reads it",
                    Map.of(OPENED, NOTICE_SERVED),
                    ComplianceCaseTest::aCaseIn,
                    c -> c.serveNotice(RULES, Jurisdiction.CANADA, OWNER, OPENED_AT)),
            new Row(
                    "what was missing is done",
                    Map.of(OPENED, ANSWERED, NOTICE_SERVED, ANSWERED, ANSWER_PERIOD_OVER, ANSWERED),
                    ComplianceCaseTest::aCaseIn,
                    c -> c.noteCured(RULES, PLATFORM, OPENED_AT)),
            new Row(
                    "what it is about or the membership ends",
                    openTo(state -> VOID),
                    ComplianceCaseTest::aCaseIn,
                    c -> c.close("the membership ended", PLATFORM, OPENED_AT)),
            new Row(
                    "days pass",
                    Map.of(
                            OPENED,
                            NOTICE_SERVED,
                            NOTICE_SERVED,
                            ANSWER_PERIOD_OVER,
                            ANSWERED,
                            ESCALATED,
                            ANSWER_PERIOD_OVER,
                            LAPSED_TO_DEFAULT,
                            ESCALATED,
                            ESCALATED),
                    ComplianceCaseTest::aCaseIn,
                    c -> c.letPeriodEnd(RULES, Jurisdiction.CANADA, false, PLATFORM, days(1000))),
            new Row(
                    "days pass",
                    Map.of(
                            OPENED,
                            NOTICE_SERVED,
                            NOTICE_SERVED,
                            ANSWER_PERIOD_OVER,
                            ANSWERED,
                            ESCALATED,
                            ANSWER_PERIOD_OVER,
                            ESCALATED),
                    ComplianceCaseTest::aCaseWithoutDefaultIn,
                    c -> c.letPeriodEnd(RULES, Jurisdiction.CANADA, false, PLATFORM, days(1000))));

    static Stream<Arguments> everyRowInEveryState() {
        return TABLE.stream().flatMap(row -> Arrays.stream(State.values()).map(state -> Arguments.of(row, state)));
    }

    @ParameterizedTest(name = "{0} while {1}")
    @MethodSource("everyRowInEveryState")
    void leadsWhereItShouldAndNowhereElse(Row row, State state) {
        var aCase = row.given().apply(state);
        var next = row.leads().get(state);
        if (next != null) {
            row.run().accept(aCase);
            assertThat(aCase.change()).isPresent();
            assertThat(aCase.state()).isEqualTo(next);
        } else if (row.isCommand()) {
            assertThatThrownBy(() -> row.run().accept(aCase))
                    .isInstanceOf(Refusal.WrongState.class)
                    .hasMessageContaining(state.name());
            assertThat(aCase.change()).isEmpty();
        } else {
            row.run().accept(aCase);
            assertThat(aCase.state()).isEqualTo(state);
        }
    }

    @Test
    void theDocumentationHoldsTheSameTable() {
        var documented = DocumentedStates.of("A compliance case");
        assertThat(documented.states())
                .containsExactlyInAnyOrder(
                        Arrays.stream(State.values()).map(Enum::name).toArray(String[]::new));
        assertThat(documented.commands().stream().map(command -> "`" + command + "`"))
                .containsExactlyInAnyOrderElementsOf(
                        TABLE.stream().filter(Row::isCommand).map(Row::words).toList());
        var leads = new TreeMap<String, Map<String, Set<String>>>();
        TABLE.forEach(row -> row.leads()
                .forEach((state, next) -> leads.computeIfAbsent(row.words(), key -> new TreeMap<>())
                        .computeIfAbsent(state.name(), key -> new TreeSet<>())
                        .add(next.name())));
        leads.forEach(
                (words, states) -> assertThat(documented.leads(words)).as(words).isEqualTo(states));
    }

    private static Map<State, State> openTo(Function<State, State> next) {
        return State.OPEN.stream().collect(Collectors.toMap(state -> state, next));
    }
}
