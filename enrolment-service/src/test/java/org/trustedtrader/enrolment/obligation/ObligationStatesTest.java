package org.trustedtrader.enrolment.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.enrolment.Duties.MANAGER;
import static org.trustedtrader.enrolment.obligation.Obligation.State.*;
import static org.trustedtrader.enrolment.obligation.ObligationPolicy.Owner.COMPANY;
import static org.trustedtrader.enrolment.obligation.ObligationProposal.Kind.EXTENSION;
import static org.trustedtrader.enrolment.obligation.ObligationProposal.Kind.WAIVER;
import static org.trustedtrader.enrolment.obligation.ObligationTest.*;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustedtrader.enrolment.obligation.Obligation.State;
import org.trustedtrader.enrolment.obligation.Obligation.Status;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.access.SeparationOfDuties.Share;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.test.DocumentedStates;

/** Each command, and what happens without one, in each state. The state table of the documentation says the same. */
class ObligationStatesTest {

    private static final List<Share> TOOK_PART =
            List.of(Share.participation("user:sue", "SUSPENSION", "part.suspended"));

    /**
     * @param words   of the documentation; a command in backticks
     * @param leads   from state to state
     * @param given   an obligation about which all that the verb needs has happened
     */
    private record Row(
            String words, Map<State, State> leads, Function<State, Obligation> given, Consumer<Obligation> run) {

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
                    "`proposal`",
                    staysPending(),
                    ObligationTest::anObligationIn,
                    o -> o.propose(
                            new ObligationProposal(WAIVER, null, "a strike", ADAM.id(), OPENED, null), ADAM, OPENED)),
            new Row(
                    "`decider`",
                    staysPending(),
                    state -> proposedIn(state, WAIVER),
                    o -> o.nameDecider(
                            new NamedDecider("user:sue", "no other officer is left", MANAGER.id()),
                            TOOK_PART,
                            MANAGER,
                            OPENED)),
            new Row(
                    "`extension`",
                    pendingTo(EXTENDED),
                    state -> proposedIn(state, EXTENSION),
                    o -> o.extend(GRANT, DUE.plusDays(30), POLICY, APPROVER, OPENED)),
            new Row(
                    "`waiver`",
                    pendingTo(WAIVED),
                    state -> proposedIn(state, WAIVER),
                    o -> o.waive(GRANT, APPROVER, OPENED)),
            new Row(
                    "that a compliance case grants",
                    pendingTo(EXTENDED),
                    ObligationTest::anObligationIn,
                    o -> o.extendByCase(DUE.plusDays(30), POLICY, APPROVER, OPENED)),
            new Row(
                    "its source settles it",
                    pendingTo(MET),
                    ObligationTest::anObligationIn,
                    o -> o.follow(new Status(DUE, true, COMPANY), POLICY, PLATFORM, OPENED)),
            new Row(
                    "its source names",
                    Map.of(OPEN, OPEN, EXTENDED, OPEN, OVERDUE, OPEN, VOID, OPEN),
                    ObligationTest::anObligationIn,
                    o -> o.follow(new Status(DUE.plusDays(7), false, COMPANY), POLICY, PLATFORM, OPENED)),
            new Row(
                    "its source names",
                    Map.of(VOID, EXTENDED),
                    ObligationStatesTest::extendedBefore,
                    o -> o.follow(new Status(DUE, false, COMPANY), POLICY, PLATFORM, OPENED)),
            new Row(
                    "its source or the membership ends",
                    pendingTo(VOID),
                    ObligationTest::anObligationIn,
                    o -> o.close("the membership ended", PLATFORM, OPENED)),
            new Row(
                    "the due date passes",
                    Map.of(OPEN, OVERDUE, EXTENDED, OVERDUE),
                    ObligationTest::anObligationIn,
                    o -> o.letDaysPass(POLICY, PLATFORM, noon(DUE.plusDays(1).toString()))));

    static Stream<Arguments> everyRowInEveryState() {
        return TABLE.stream().flatMap(row -> Arrays.stream(State.values()).map(state -> Arguments.of(row, state)));
    }

    @ParameterizedTest(name = "{0} while {1}")
    @MethodSource("everyRowInEveryState")
    void leadsWhereItShouldAndNowhereElse(Row row, State state) {
        var obligation = row.given().apply(state);
        assertThat(obligation.state()).isEqualTo(state);
        var next = row.leads().get(state);
        if (next != null) {
            row.run().accept(obligation);
            assertThat(obligation.state()).isEqualTo(next);
            assertThat(obligation.change()).isPresent();
        } else {
            if (row.isCommand()) {
                assertThatThrownBy(() -> row.run().accept(obligation))
                        .isInstanceOf(Refusal.WrongState.class)
                        .hasMessageContaining(state.name());
            } else {
                row.run().accept(obligation);
            }
            assertThat(obligation.change()).isEmpty();
        }
    }

    @Test
    void theDocumentationHoldsTheSameTable() {
        var documented = DocumentedStates.of("An obligation");
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

    private static Map<State, State> staysPending() {
        return Map.of(OPEN, OPEN, EXTENDED, EXTENDED, OVERDUE, OVERDUE);
    }

    private static Map<State, State> pendingTo(State next) {
        return Map.of(OPEN, next, EXTENDED, next, OVERDUE, next);
    }

    private static Obligation proposedIn(State state, ObligationProposal.Kind kind) {
        return state.pending()
                ? proposed(anObligationIn(state), kind, kind == EXTENSION ? DUE.plusDays(30) : null)
                : anObligationIn(state);
    }

    /** Void after a later due date was granted. */
    private static Obligation extendedBefore(State state) {
        if (state != VOID) {
            return anObligationIn(state);
        }
        var extended = proposedIn(OPEN, EXTENSION);
        extended.extend(GRANT, DUE.plusDays(30), POLICY, APPROVER, OPENED);
        var closed = stored(extended);
        closed.close("the membership is CANCELLED", PLATFORM, OPENED);
        return stored(closed);
    }
}
