package org.trustedtrader.border.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.border.test.TraderFixtures.MONDAY;
import static org.trustedtrader.border.test.TraderFixtures.carrier;
import static org.trustedtrader.border.test.TraderFixtures.carrierIs;
import static org.trustedtrader.border.trader.MembershipStatus.ACTIVE;
import static org.trustedtrader.border.trader.MembershipStatus.SUSPENDED;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.feed.FeedLimits;
import org.trustedtrader.border.feed.TrustedKeys;
import org.trustedtrader.border.feed.UntrustedFeedException;
import org.trustedtrader.border.feed.json.BatchJson;
import org.trustedtrader.border.test.TestPolicies;

/** What is left in the folder, whatever happened to it, is answered from truthfully or not at all. */
class CopyFolderTest {

    private static final Instant NOON = MONDAY.plusSeconds(86_400);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final String NAME = "copy-000000000001.ndjson";

    @TempDir
    private Path folder;

    private final SetClocks time = new SetClocks(NOON);
    private final TrustedKeys keys = new TrustedKeys(List.of(ServiceInMemory.KEY.publicKey()));
    private final ServiceInMemory service =
            new ServiceInMemory(time::wall, new FeedLimits(1000, 1, Duration.ofHours(1)));
    private byte[] kept = {};

    /** A copy that learned of two suspensions and two reinstatements. */
    @BeforeEach
    void aCopyThatWasKept() throws Exception {
        service.applies(carrier(1, MONDAY), carrierIs(ACTIVE, 1, MONDAY));
        service.feed().awaitLogged();
        var snapshot = service.snapshot();
        var end = BatchJson.read(snapshot.getLast(), keys);
        for (long version = 2; version < 6; version++) {
            service.applies(carrierIs(version % 2 == 0 ? SUSPENDED : ACTIVE, version, MONDAY));
        }
        service.feed().awaitLogged();
        try (var copies = new CopyFolder(folder)) {
            var file = copies.begin();
            for (var line : snapshot) {
                file.append(line);
            }
            for (var line : service.feed().follow(end.epoch(), end.upTo()).next(Duration.ZERO)) {
                file.append(new String(line, 0, line.length - 1, StandardCharsets.US_ASCII));
            }
            copies.publish(file);
            file.close();
        }
        kept = Files.readAllBytes(folder.resolve(NAME));
    }

    @AfterEach
    void end() {
        service.close();
    }

    @Test
    void isAnsweredFromAfterARestart() throws Exception {
        assertThat(load()).isEqualTo(Outcome.ELIGIBLE);
    }

    @Test
    void aFileThatEndsAnywhereIsTruthfulOrNotUsed() throws Exception {
        var used = 0;
        for (int length = kept.length; length > 0; length -= 41) {
            Files.write(folder.resolve(NAME), Arrays.copyOf(kept, length));
            used += loadsTruthfully() ? 1 : 0;
        }
        assertThat(used).isPositive();
    }

    @Test
    void aFileOfWhichAByteWasChangedIsNotUsed() throws Exception {
        for (int place = kept.length - 1; place >= 0; place -= 97) {
            var changed = kept.clone();
            changed[place] ^= 1;
            Files.write(folder.resolve(NAME), changed);
            if (kept[place] == '\n' && place == kept.length - 1) {
                loadsTruthfully();
            } else {
                assertThatThrownBy(this::load).as("byte %d", place).isInstanceOf(UntrustedFeedException.class);
            }
        }
    }

    @Test
    void aFileOfWhichALineIsMissingRepeatedOrOutOfOrderIsNotUsed() throws Exception {
        var lines = Files.readAllLines(folder.resolve(NAME));
        for (int i = 0; i < lines.size() - 1; i++) {
            var without = new ArrayList<>(lines);
            var taken = without.remove(i);
            assertNotUsed(without);
            var swapped = new ArrayList<>(without);
            swapped.add(i + 1, taken);
            assertNotUsed(swapped);
            var doubled = new ArrayList<>(lines);
            doubled.add(i, lines.get(i));
            assertNotUsed(doubled);
        }
    }

    @Test
    void whatWasKeptGetsOldWhileNobodyRuns() throws Exception {
        time.pass(Duration.ofSeconds(59));
        assertThat(load()).isEqualTo(Outcome.ELIGIBLE);
        time.pass(Duration.ofSeconds(2));
        assertThat(load()).isEqualTo(Outcome.INDETERMINATE);
    }

    @Test
    void aClockThatWasSetBackWhileNobodyRanIsFoundOut() throws Exception {
        time.pass(Duration.ofSeconds(50));
        try (var copies = new CopyFolder(folder)) {
            copies.seen(time.wall(), false);
        }
        time.jump(Duration.ofSeconds(-10));
        assertThat(load()).isEqualTo(Outcome.INDETERMINATE);
    }

    @Test
    void onlyOneClientKeepsItsCopyInAFolder() throws Exception {
        try (var first = new CopyFolder(folder)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> new CopyFolder(folder)).isInstanceOf(IOException.class);
        }
        new CopyFolder(folder).close();
    }

    private void assertNotUsed(List<String> lines) throws IOException {
        Files.write(folder.resolve(NAME), lines);
        assertThatThrownBy(this::load).isInstanceOf(UntrustedFeedException.class);
    }

    /** Whether it was used at all; if so, an even version, which is a suspension, refuses. */
    private boolean loadsTruthfully() throws IOException {
        try (var copies = new CopyFolder(folder)) {
            var copy = new Copy(TestPolicies.shipped(), time.clocks());
            copies.load(copy, keys, time.wall()).orElseThrow().file().close();
            var answer = copy.eligibility(CarrierQuestion.aboutTheCarrier(NOON), LEASE);
            var version = answer.answers().getFirst().versions().get("membership/m-carrier");
            assertThat(CarrierQuestion.outcome(answer))
                    .isIn(Outcome.INELIGIBLE, version % 2 == 0 ? null : Outcome.ELIGIBLE);
            return true;
        } catch (UntrustedFeedException e) {
            return false;
        }
    }

    private Outcome load() throws IOException, UntrustedFeedException {
        try (var copies = new CopyFolder(folder)) {
            var copy = new Copy(TestPolicies.shipped(), time.clocks());
            copies.load(copy, keys, time.wall()).orElseThrow().file().close();
            return CarrierQuestion.outcome(copy.eligibility(CarrierQuestion.aboutTheCarrier(NOON), LEASE));
        }
    }
}
