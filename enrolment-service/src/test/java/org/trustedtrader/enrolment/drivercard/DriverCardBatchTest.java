package org.trustedtrader.enrolment.drivercard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.params.provider.MethodSource;
import org.trustedtrader.enrolment.drivercard.DriverCardBatch.State;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.test.DocumentedStates;

public class DriverCardBatchTest {

    private static final Instant MONDAY = Instant.parse("2026-12-07T12:00:00Z");
    private static final Actor MORGAN = officer("morgan", "programme-manager");
    private static final Actor PAUL = officer("paul", "approver");
    private static final Actor PLATFORM = Actor.service("enrolment");

    private enum Command {
        REGISTER(b -> b.register("checked", PAUL, MONDAY), State.REGISTERED, State.PROPOSED),
        REFUSE(b -> b.refuse("unreadable", PAUL, MONDAY), State.REFUSED, State.PROPOSED),
        WITHDRAW(b -> b.withdraw("wrong file", MORGAN, MONDAY), State.WITHDRAWN, State.PROPOSED),
        CARDS_REGISTERED(b -> b.cardsRegistered(List.of(), PLATFORM, MONDAY), State.REGISTERED, State.REGISTERED);

        private final Consumer<DriverCardBatch> verb;
        private final State leadsTo;
        private final State possibleIn;

        Command(Consumer<DriverCardBatch> verb, State leadsTo, State possibleIn) {
            this.verb = verb;
            this.leadsTo = leadsTo;
            this.possibleIn = possibleIn;
        }
    }

    static Stream<Arguments> everyStateAndCommand() {
        return Stream.of(State.values())
                .flatMap(state -> Arrays.stream(Command.values()).map(command -> Arguments.of(state, command)));
    }

    public static DriverCardBatch aBatchIn(State state) {
        return aBatchIn(state, null);
    }

    /** @param result null for a registered batch whose cards are not there yet */
    public static DriverCardBatch aBatchIn(State state, DriverCardBatch.@Nullable Result result) {
        var decision = state == State.REGISTERED || state == State.REFUSED
                ? new DriverCardBatch.Decision(PAUL.id(), MONDAY, "checked")
                : null;
        return DriverCardBatch.restore(
                new Aggregate.Stored("0b7c6f1e-5f0a-4b7e-9a55-6a1f8a3f9d10", 1, Map.of()),
                new DriverCardBatch.Snapshot(
                        state,
                        List.of(card("FAST00012345", "123456782"), card("FAST00012346", null)),
                        "list of the FAST office",
                        MORGAN.id(),
                        MONDAY,
                        decision,
                        result));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndCommand")
    void everyCommandIsTriedInEveryState(State state, Command command) {
        var batch = aBatchIn(state);
        if (state == command.possibleIn) {
            command.verb.accept(batch);
            assertThat(batch.state()).isEqualTo(command.leadsTo);
            assertThat(batch.change()).isPresent();
        } else {
            assertThatThrownBy(() -> command.verb.accept(batch))
                    .isInstanceOf(Refusal.WrongState.class)
                    .hasMessageContaining(state.name())
                    .hasMessageContaining(command.possibleIn.name());
        }
    }

    @Test
    void theDocumentationHoldsTheSameTable() {
        var documented = DocumentedStates.of("Drivers' cards");
        assertThat(documented.states())
                .containsExactlyInAnyOrder(
                        Arrays.stream(State.values()).map(Enum::name).toArray(String[]::new));
        Map.of(Command.REGISTER, "registration", Command.REFUSE, "refusal", Command.WITHDRAW, "withdrawal")
                .forEach((command, name) ->
                        assertThat(documented.possible(name)).as(name).containsExactly(command.possibleIn.name()));
    }

    @Test
    void whoProposedNeitherRegistersNorRefuses() {
        for (Consumer<DriverCardBatch> verb : List.<Consumer<DriverCardBatch>>of(
                b -> b.register("", MORGAN, MONDAY), b -> b.refuse("", MORGAN, MONDAY))) {
            assertThatThrownBy(() -> verb.accept(aBatchIn(State.PROPOSED)))
                    .isInstanceOfSatisfying(
                            Refusal.RuleBroken.class, e -> assertThat(e.rule()).isEqualTo("decided-by-someone-else"));
        }
    }

    @Test
    void onlyWhoProposedWithdraws() {
        assertThatThrownBy(() -> aBatchIn(State.PROPOSED).withdraw("", PAUL, MONDAY))
                .isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void theResultIsNotedOnce() {
        var batch = aBatchIn(State.REGISTERED, new DriverCardBatch.Result(MONDAY, List.of()));
        assertThat(batch.isToBeCarriedOut()).isFalse();
        batch.cardsRegistered(List.of("FAST00012345"), PLATFORM, MONDAY);
        assertThat(batch.change()).isEmpty();
        assertThat(aBatchIn(State.REGISTERED).isToBeCarriedOut()).isTrue();
        assertThat(aBatchIn(State.PROPOSED).isToBeCarriedOut()).isFalse();
    }

    @Test
    void onlyOfficersSeeIt() {
        var batch = aBatchIn(State.PROPOSED);
        assertThat(batch.visibleTo(PAUL)).isTrue();
        assertThat(batch.visibleTo(new Actor("user:o", Set.of("account-owner"), Optional.of("123456782"))))
                .isFalse();
    }

    private static DriverCardBatch.Card card(String number, @Nullable String holder) {
        return new DriverCardBatch.Card(
                new DriverCard.Terms(
                        number,
                        DriverCard.Programme.FAST,
                        LocalDate.parse("2026-01-01"),
                        LocalDate.parse("2030-12-31")),
                holder);
    }

    private static Actor officer(String name, String role) {
        return new Actor("user:" + name, Set.of(role), Optional.empty());
    }
}
