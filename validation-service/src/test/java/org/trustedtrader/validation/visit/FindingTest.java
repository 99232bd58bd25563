package org.trustedtrader.validation.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.trustedtrader.validation.visit.Finding.State.*;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.test.DocumentedCommands;

class FindingTest {

    private record Row(String command, UnaryOperator<Finding> verb, Map<Finding.State, Finding.State> leads) {}

    private static final List<Row> TABLE = List.of(
            new Row("communicate", Finding::communicated, Map.of(RAISED, COMMUNICATED)),
            new Row(
                    "respond",
                    f -> f.respondedWith("Done"),
                    Map.of(COMMUNICATED, RESPONDED, RESPONDED, RESPONDED, DISPUTED, RESPONDED, UPHELD, RESPONDED)),
            new Row("accept the response", f -> f.accepted("Fine"), Map.of(RESPONDED, ACCEPTED, DISPUTED, ACCEPTED)),
            new Row("dispute the response", f -> f.disputed("Not enough"), Map.of(RESPONDED, DISPUTED)),
            new Row("resolve", f -> f.resolved("Seen"), Map.of(ACCEPTED, RESOLVED)),
            new Row(
                    "uphold",
                    f -> f.decided(Finding.Decision.UPHELD, "It stands", "user:victor"),
                    Map.of(DISPUTED, UPHELD)),
            new Row(
                    "drop",
                    f -> f.decided(Finding.Decision.DROPPED, "It falls", "user:victor"),
                    Map.of(DISPUTED, DROPPED)));

    @TestFactory
    Stream<DynamicTest> everyCommandInEveryState() {
        return TABLE.stream()
                .flatMap(row -> Arrays.stream(Finding.State.values())
                        .map(state -> dynamicTest(row.command() + " in " + state, () -> check(row, state))));
    }

    @Test
    void theDocumentationHoldsTheSameTable() {
        var documented = DocumentedCommands.of(Finding.State.class, "A visit", "Finding: command");
        assertThat(documented.commands())
                .containsExactlyInAnyOrderElementsOf(
                        TABLE.stream().map(Row::command).toList());
        TABLE.forEach(row ->
                assertThat(documented.leads(row.command())).as(row.command()).isEqualTo(row.leads()));
    }

    private static void check(Row row, Finding.State state) {
        var finding = inState(Finding.Kind.ACTION_REQUIRED, state);
        var next = row.leads().get(state);
        if (next == null) {
            assertThatThrownBy(() -> row.verb().apply(finding)).isInstanceOf(Refusal.WrongState.class);
        } else {
            assertThat(row.verb().apply(finding).state()).isEqualTo(next);
        }
    }

    @Test
    void bestPracticesAskForNoResponse() {
        assertThatThrownBy(
                        () -> inState(Finding.Kind.BEST_PRACTICE, COMMUNICATED).respondedWith("Thanks"))
                .isInstanceOfSatisfying(
                        Refusal.RuleBroken.class, r -> assertThat(r.rule()).isEqualTo("no-response-needed"));
    }

    @Test
    void aNewResponseClearsTheOldJudgement() {
        var disputed = inState(Finding.Kind.ACTION_REQUIRED, RESPONDED).disputed("Not enough");
        assertThat(disputed.judgement()).isEqualTo("Not enough");
        assertThat(disputed.respondedWith("More").judgement()).isNull();
    }

    @Test
    void aDroppedFindingAsksForNothingAndAnUpheldOneForAnotherResponse() {
        var disputed = inState(Finding.Kind.ACTION_REQUIRED, DISPUTED);
        var dropped = disputed.decided(Finding.Decision.DROPPED, "It falls", "user:victor");
        assertThat(dropped.isUnresolvedAction()).isFalse();
        assertThat(dropped.awaitsResponse()).isFalse();
        assertThat(dropped.decidedBy()).isEqualTo("user:victor");
        var upheld = disputed.decided(Finding.Decision.UPHELD, "It stands", "user:victor");
        assertThat(upheld.isUnresolvedAction()).isTrue();
        assertThat(upheld.awaitsResponse()).isTrue();
        assertThat(upheld.respondedWith("More").decidedBy()).isEqualTo("user:victor");
    }

    private static Finding inState(Finding.Kind kind, Finding.State state) {
        return new Finding("F1", kind, "SEALS", null, "No seal log", state, "First response", null, null);
    }
}
