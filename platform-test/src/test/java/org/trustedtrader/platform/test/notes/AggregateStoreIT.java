package org.trustedtrader.platform.test.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.test.ServiceIT;

@ServiceIT
@TestPropertySource(properties = "spring.application.name=notes")
class AggregateStoreIT {

    private static final Actor OWNER = new Actor("user:owner", Set.of("writer"), Optional.of("123456782"));
    private static final Actor STRANGER = new Actor("user:stranger", Set.of("writer"), Optional.of("111222337"));

    private final Notes notes;
    private final String id = UUID.randomUUID().toString();

    AggregateStoreIT(Notes notes) {
        this.notes = notes;
    }

    @Test
    void answersARepeatedCreationWithWhatTheFirstOneMade() {
        var command = command("creation-1", "f", OptionalLong.empty());
        write(command);
        notes.change(id, Command.by(OWNER), note -> note.amend("later", OWNER, Instant.now()));
        assertThat(write(command).text()).isEqualTo("later");
        assertThat(notes.history(id)).hasSize(2);
    }

    @Test
    void refusesAnotherCreationOfTheSameId() {
        write(command("creation-1", "f", OptionalLong.empty()));
        assertThatThrownBy(() -> write(command("creation-2", "f", OptionalLong.empty())))
                .isInstanceOf(Refusal.AlreadyExists.class);
    }

    @Test
    void answersARepeatedChangeWithoutRunningItAgain() {
        write(Command.by(OWNER));
        var command = command("change-1", "f", OptionalLong.of(1));
        amend(command, "once");
        var again = amend(command, "twice");
        assertThat(again.text()).isEqualTo("once");
        assertThat(again.version()).isEqualTo(2);
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherRequest() {
        write(Command.by(OWNER));
        amend(command("change-1", "f", OptionalLong.empty()), "once");
        assertThatThrownBy(() -> amend(command("change-1", "g", OptionalLong.empty()), "twice"))
                .isInstanceOf(Refusal.KeyReused.class);
    }

    @Test
    void letsTwoCallersChooseTheSameKey() {
        write(Command.by(OWNER));
        var colleague = new Actor("user:colleague", Set.of("writer"), OWNER.company());
        amend(command("change-1", "f", OptionalLong.empty()), "once");
        var other = new Command(colleague, Optional.of("change-1"), "f", OptionalLong.empty());
        assertThat(amend(other, "twice").text()).isEqualTo("twice");
    }

    @Test
    void refusesAChangeOfAVersionThatIsNoLongerCurrent() {
        write(Command.by(OWNER));
        amend(Command.by(OWNER), "newer");
        assertThatThrownBy(() -> amend(command("change-1", "f", OptionalLong.of(1)), "older"))
                .isInstanceOf(Refusal.StaleVersion.class)
                .hasMessageContaining("current version is 2");
    }

    @Test
    void answersAStrangerAsIfThereWereNone() {
        write(Command.by(OWNER));
        var none = catchMessage(() -> notes.visible(UUID.randomUUID().toString(), STRANGER));
        assertThat(catchMessage(() -> notes.visible(id, STRANGER))).isEqualTo(none);
        var stale = new Command(STRANGER, Optional.of("key-12345"), "f", OptionalLong.of(99));
        assertThat(catchMessage(() -> amend(stale, "stolen"))).isEqualTo(none);
    }

    @Test
    void letsOneOfSixtyFourRacingChangesWin() throws Exception {
        for (int round = 0; round < 20; round++) {
            var raced = UUID.randomUUID().toString();
            notes.create(Note.write(raced, "123456782", "start", OWNER, Instant.now()), Command.by(OWNER));
            var winners = race(64, () -> {
                try {
                    notes.change(
                            raced,
                            new Command(OWNER, Optional.empty(), "", OptionalLong.of(1)),
                            note -> note.amend("won", OWNER, Instant.now()));
                    return 1;
                } catch (Refusal.StaleVersion e) {
                    return 0;
                }
            });
            assertThat(winners).isEqualTo(1);
            assertThat(notes.history(raced)).hasSize(2);
        }
    }

    @Test
    void losesNoReactionThatRacesWithOthers() throws Exception {
        write(Command.by(OWNER));
        race(32, () -> {
            notes.react(id, note -> note.amend(note.text() + "x", OWNER, Instant.now()));
            return 1;
        });
        assertThat(notes.find(id).orElseThrow().text()).isEqualTo("start" + "x".repeat(32));
    }

    @Test
    void takesAVersionOfAnotherAggregateInOnceOnly() {
        write(Command.by(OWNER));
        for (long version : new long[] {3, 2, 3, 1}) {
            notes.react(id, note -> note.takeIn("other/1", version, OWNER, Instant.now()));
        }
        assertThat(notes.find(id).orElseThrow().seen()).containsEntry("other/1", 3L);
        assertThat(notes.history(id)).hasSize(2);
    }

    private Note write(Command command) {
        return notes.create(Note.write(id, "123456782", "start", OWNER, Instant.now()), command);
    }

    private Note amend(Command command, String text) {
        return notes.change(id, command, note -> note.amend(text, command.actor(), Instant.now()));
    }

    private static Command command(String key, String fingerprint, OptionalLong expectedVersion) {
        return new Command(OWNER, Optional.of(key), fingerprint, expectedVersion);
    }

    private static String catchMessage(Runnable refused) {
        try {
            refused.run();
            return "was not refused";
        } catch (Refusal.NotFound e) {
            return e.getMessage();
        }
    }

    private static int race(int racers, Callable<Integer> run) throws Exception {
        try (var threads = Executors.newFixedThreadPool(racers)) {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < racers; i++) {
                all.add(run);
            }
            int sum = 0;
            for (var outcome : threads.invokeAll(all)) {
                sum += outcome.get();
            }
            return sum;
        }
    }
}
