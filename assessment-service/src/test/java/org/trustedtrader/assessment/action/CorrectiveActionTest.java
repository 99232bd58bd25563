package org.trustedtrader.assessment.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.assessment.criteria.Level;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.test.DocumentedCommands;

class CorrectiveActionTest {

    private static final LocalDate DUE = LocalDate.parse("2027-02-21");
    private static final LocalDate BEFORE = DUE.minusDays(30);

    private static final String[] TABLE = {
        "PROPOSED, agree, AGREED", "PROPOSED, start, -", "PROPOSED, submit, -",
        "PROPOSED, verify, -", "PROPOSED, reject, -", "PROPOSED, extend, PROPOSED",
        "AGREED, agree, -", "AGREED, start, IN_PROGRESS", "AGREED, submit, -",
        "AGREED, verify, -", "AGREED, reject, -", "AGREED, extend, AGREED",
        "IN_PROGRESS, agree, -", "IN_PROGRESS, start, -", "IN_PROGRESS, submit, SUBMITTED",
        "IN_PROGRESS, verify, -", "IN_PROGRESS, reject, -", "IN_PROGRESS, extend, IN_PROGRESS",
        "SUBMITTED, agree, -", "SUBMITTED, start, -", "SUBMITTED, submit, -",
        "SUBMITTED, verify, VERIFIED", "SUBMITTED, reject, REJECTED", "SUBMITTED, extend, -",
        "REJECTED, agree, -", "REJECTED, start, IN_PROGRESS", "REJECTED, submit, -",
        "REJECTED, verify, -", "REJECTED, reject, -", "REJECTED, extend, REJECTED",
        "VERIFIED, agree, -", "VERIFIED, start, -", "VERIFIED, submit, -",
        "VERIFIED, verify, -", "VERIFIED, reject, -", "VERIFIED, extend, -"
    };

    static Stream<Arguments> everyStateWithEveryCommand() {
        return Stream.of(TABLE).map(row -> Arguments.of((Object[]) row.split(", ")));
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @MethodSource("everyStateWithEveryCommand")
    void everyStateKnowsEveryCommand(CorrectiveAction.State state, String command, String after) {
        CorrectiveAction action = in(state);
        if (after.equals("-")) {
            assertThatExceptionOfType(Refusal.WrongState.class)
                    .isThrownBy(() -> run(command).apply(action))
                    .withMessageContaining(state.name());
        } else {
            assertThat(run(command).apply(action).state()).isEqualTo(CorrectiveAction.State.valueOf(after));
        }
    }

    @Test
    void theDocumentationHoldsTheSameTable() {
        var documented = DocumentedCommands.of(CorrectiveAction.State.class, "A corrective action", "Command");
        var leads = new TreeMap<String, Map<CorrectiveAction.State, CorrectiveAction.State>>();
        for (var row : TABLE) {
            var cells = row.split(", ");
            var tried = leads.computeIfAbsent(cells[1], key -> new EnumMap<>(CorrectiveAction.State.class));
            if (!cells[2].equals("-")) {
                tried.put(CorrectiveAction.State.valueOf(cells[0]), CorrectiveAction.State.valueOf(cells[2]));
            }
        }
        assertThat(documented.commands()).isEqualTo(leads.keySet());
        leads.forEach((command, states) ->
                assertThat(documented.leads(command)).as(command).isEqualTo(states));
    }

    @Test
    void overdueFollowsFromTheDateAndIsNoState() {
        assertThat(in(CorrectiveAction.State.IN_PROGRESS).isOverdue(DUE)).isFalse();
        assertThat(in(CorrectiveAction.State.IN_PROGRESS).isOverdue(DUE.plusDays(1)))
                .isTrue();
    }

    @Test
    void whatWasHandedInInTimeDoesNotBecomeOverdueWhileItIsJudged() {
        CorrectiveAction inTime = in(CorrectiveAction.State.IN_PROGRESS).submit("Done.", DUE);
        CorrectiveAction late = in(CorrectiveAction.State.IN_PROGRESS).submit("Done.", DUE.plusDays(1));
        assertThat(inTime.isOverdue(DUE.plusDays(40))).isFalse();
        assertThat(late.isOverdue(DUE.plusDays(40))).isTrue();
        assertThat(late.verify("Fine.").isOverdue(DUE.plusDays(40))).isFalse();
    }

    @Test
    void anExtensionMovesTheDateForwardOnlyAndIsCounted() {
        CorrectiveAction extended =
                in(CorrectiveAction.State.AGREED).extend(DUE.plusDays(30), "Parts are late.", BEFORE);
        assertThat(extended.dueOn()).isEqualTo(DUE.plusDays(30));
        assertThat(extended.extensions()).isEqualTo(1);
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> in(CorrectiveAction.State.AGREED).extend(DUE, "No reason.", BEFORE));
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(
                        () -> in(CorrectiveAction.State.AGREED).extend(DUE.plusDays(5), "Too late.", DUE.plusDays(9)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2029-01-23", "2999-12-31", "-999999999-01-01", "+999999999-12-31"})
    void anExtensionNamesTheRangeOfItsDate(LocalDate dueOn) {
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> in(CorrectiveAction.State.AGREED).extend(dueOn, "Much later.", BEFORE))
                .satisfies(e -> assertThat(e.violations().getFirst().message().in(Locale.ENGLISH))
                        .isEqualTo("must be a date from 2027-02-22 to 2029-01-22"));
    }

    private static UnaryOperator<CorrectiveAction> run(String command) {
        return switch (command) {
            case "agree" -> action -> action.agree("Security manager", "We write the procedure.");
            case "start" -> CorrectiveAction::start;
            case "submit" -> action -> action.submit("It is written.", BEFORE);
            case "verify" -> action -> action.verify("Seen.");
            case "reject" -> action -> action.reject("A page is missing.");
            case "extend" -> action -> action.extend(DUE.plusDays(30), "Parts are late.", BEFORE);
            default -> throw new IllegalArgumentException(command);
        };
    }

    private static CorrectiveAction in(CorrectiveAction.State state) {
        return new CorrectiveAction(
                "A3CHY-1",
                "A3CHY",
                Level.MUST,
                "No procedure.",
                state,
                DUE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                state == CorrectiveAction.State.SUBMITTED ? Optional.of(BEFORE) : Optional.empty(),
                0,
                Scope.COMPANY,
                true);
    }
}
