package org.trustedtrader.border.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.border.test.TraderFixtures.CLOCK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustedtrader.border.eligibility.PartnerStatus;
import org.trustedtrader.border.eligibility.Party;
import org.trustedtrader.border.memory.BorderMemory;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.test.FsyncRecorder;
import org.trustedtrader.border.test.InMemoryRevisionStore;
import org.trustedtrader.border.test.TestPolicies;
import org.trustedtrader.border.test.World;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Revision;

class SnapshotFileTest {

    private static final int TRADERS = 300;

    private final Policies policies = TestPolicies.shipped();
    private final InMemoryRevisionStore store = new InMemoryRevisionStore();
    private final BorderStatus status = BorderStatus.load(policies, store, CLOCK);
    private final World world = new World(7, TRADERS, 20);

    @TempDir
    private Path folder;

    @Test
    void whatIsReadBackAnswersTheSameWithTheStoreAndTheCursors() throws IOException {
        world.forEach(status::apply);
        var file = written();
        var read = file.read().orElseThrow();
        assertThat(read.store()).isEqualTo("in memory");
        assertThat(read.cursors()).containsExactly(Map.entry("enrolment/membership", "17"));
        assertSameAnswers(BorderMemory.of(read.image(), policies));
    }

    @Test
    void itsNameOutlivesACrashOfTheMachine() throws IOException {
        assertThat(FsyncRecorder.during(this::written)).endsWith(folder);
    }

    @Test
    void aFileThatIsCutOffOrAlteredIsAsNone() throws IOException {
        world.forEach(status::apply);
        var file = written();
        var path = folder.resolve("border.snapshot");
        var whole = Files.readAllBytes(path);
        for (int at = 0; at < whole.length; at += 997) {
            var altered = whole.clone();
            altered[at] ^= 4;
            Files.write(path, altered);
            assertThat(file.read()).as("byte %d altered", at).isEmpty();
            Files.write(path, Arrays.copyOf(whole, at));
            assertThat(file.read()).as("cut off at byte %d", at).isEmpty();
        }
        Files.delete(path);
        assertThat(file.read()).isEmpty();
    }

    @Test
    void anImageTakenWhileChangesGoOnIsRightOnceTheyAreTakenInAgain() throws Exception {
        world.forEach(status::apply);
        var ended = new AtomicBoolean();
        var writer = Thread.ofVirtual().start(() -> {
            for (int nth = 1; !ended.get(); nth++) {
                for (int trader = 0; trader < TRADERS; trader++) {
                    status.apply(world.change(trader, nth, World.NOW.plusMillis(nth)));
                }
            }
        });
        var file = written();
        ended.set(true);
        writer.join();
        var resumed = resumed(file);
        newestOfEach().forEach(resumed::apply);
        assertSameAnswers(resumed.memory());
    }

    private BorderStatus resumed(SnapshotFile file) throws IOException {
        return BorderStatus.resume(file.read().orElseThrow().image(), policies, store, CLOCK, PartnerStatus.NONE);
    }

    private Iterable<Revision> newestOfEach() {
        return store.stored().stream()
                .collect(Collectors.toMap(
                        Revision::subject,
                        revision -> revision,
                        (one, other) -> one.version() > other.version() ? one : other))
                .values();
    }

    private SnapshotFile written() throws IOException {
        var file = new SnapshotFile(folder.resolve("border.snapshot"));
        file.write(new SnapshotFile.Content(
                store.name(),
                Map.of("enrolment/membership", "17"),
                status.memory().image()));
        return file;
    }

    private void assertSameAnswers(BorderMemory other) {
        var millis = World.NOW.plusSeconds(3_600).toEpochMilli();
        for (int trader = 0; trader < TRADERS; trader++) {
            for (Identifier identifier : world.identifiers(trader)) {
                assertThat(described(other.party(identifier, millis)))
                        .as(identifier.toString())
                        .isEqualTo(described(status.memory().party(identifier, millis)));
            }
        }
        for (int card = 0; card < 20; card++) {
            assertThat(other.card(world.cardNumber(card), millis))
                    .isEqualTo(status.memory().card(world.cardNumber(card), millis));
        }
    }

    private static String described(Party party) {
        var text = new StringBuilder(party.versions() + " " + party.until());
        for (var benefit : Benefit.values()) {
            for (var role : Role.values()) {
                text.append(' ').append(party.reasons(benefit, role));
            }
        }
        return text.toString();
    }
}
