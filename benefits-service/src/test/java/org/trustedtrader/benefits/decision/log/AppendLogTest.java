package org.trustedtrader.benefits.decision.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendLogTest {

    private static final int SEGMENT = 1 << 16;

    @TempDir
    private Path folder;

    private final InMemoryBlockStore blocks = new InMemoryBlockStore();

    @Test
    void aRecordIsFoundBeforeAndAfterItIsShipped() throws IOException {
        try (var log = open(20)) {
            var some = append(log, 0, 500);
            assertFound(log, some);
            log.ship();
            assertFound(log, some);
            assertThat(blocks.records()).isEqualTo(500);
        }
    }

    @Test
    void whatIsNoRecordIsNotFound() throws IOException {
        try (var log = open(20)) {
            var one = WrittenRecord.append(log, 1);
            var two = WrittenRecord.append(log, 2);
            for (long place : new long[] {
                one.place() + 8, two.place() - 8, two.place() + 1, 0, -8, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 40
            }) {
                assertThat(log.find(one.run(), place)).as("place " + place).isNull();
            }
            assertThat(log.find(one.run() + 1, one.place())).isNull();
        }
    }

    @Test
    void aStoreThatIsAwayHoldsNobodyUpAndGetsEverythingLater() throws IOException {
        try (var log = open(20)) {
            blocks.away(true);
            var some = append(log, 0, 2_000);
            assertThatThrownBy(log::ship).hasMessageContaining("away");
            assertFound(log, some);
            blocks.away(false);
            log.ship();
            assertThat(blocks.records()).isEqualTo(2_000);
            assertFound(log, some);
        }
    }

    @Test
    void aFullLogRefusesAndAcceptsAgainOnceItIsShipped() throws IOException {
        try (var log = open(2)) {
            blocks.away(true);
            List<WrittenRecord> some = new ArrayList<>();
            assertThatThrownBy(() -> IntStream.range(0, 100_000).forEach(i -> some.add(patientlyUnlessFull(log, i))))
                    .isInstanceOf(LogFullException.class);
            var bytes = some.stream().mapToLong(w -> w.bytes().length).sum();
            assertThat(bytes).isBetween((long) SEGMENT, 2L * SEGMENT);
            assertThatThrownBy(() -> log.claim(log.largestRecord())).isInstanceOf(LogFullException.class);
            blocks.away(false);
            log.ship();
            var more = patiently(log, 7);
            assertFound(log, some);
            assertFound(log, List.of(more));
            log.ship();
            assertThat(blocks.records()).isEqualTo(some.size() + 1);
        }
    }

    @Test
    void shippingTwiceChangesNothing() throws IOException {
        try (var log = open(20)) {
            var first = append(log, 0, 100);
            blocks.losesOneAnswer();
            assertThatThrownBy(log::ship).hasMessageContaining("lost");
            var second = append(log, 100, 100);
            log.ship();
            log.ship();
            assertThat(blocks.records()).isEqualTo(200);
            assertFound(log, first);
            assertFound(log, second);
        }
    }

    @Test
    void nothingAfterAnOpenClaimIsShipped() throws IOException {
        try (var log = open(20)) {
            append(log, 0, 10);
            var open = log.claim(100);
            var after = append(log, 10, 10);
            log.ship();
            assertThat(blocks.records()).isEqualTo(10);
            open.abandon();
            log.ship();
            assertThat(blocks.records()).isEqualTo(20);
            assertFound(log, after);
            assertThat(log.find(open.run(), open.place())).isNull();
        }
    }

    @Test
    void manyThreadsLoseNothing() throws Exception {
        List<WrittenRecord> all = Collections.synchronizedList(new ArrayList<>());
        try (var log = open(40)) {
            var ready = new CountDownLatch(8);
            var threads = IntStream.range(0, 8)
                    .mapToObj(i -> Thread.ofPlatform().start(() -> {
                        ready.countDown();
                        for (int n = 0; n < 3_000; n++) {
                            all.add(patiently(log, i * 1_000_000L + n));
                        }
                    }))
                    .toList();
            ready.await();
            while (threads.stream().anyMatch(Thread::isAlive)) {
                log.ship();
            }
            assertFound(log, all);
            log.ship();
            assertThat(blocks.records()).isEqualTo(24_000);
            assertThat(all.stream().map(WrittenRecord::place).distinct()).hasSize(24_000);
        }
    }

    @Test
    void aRestartShipsWhatWasLeftAndKnowsItBefore() throws IOException {
        List<WrittenRecord> some;
        blocks.away(true);
        try (var log = open(20)) {
            some = append(log, 0, 1_000);
        }
        try (var log = open(20)) {
            assertFound(log, some);
            append(log, 5_000, 10);
            blocks.away(false);
            log.ship();
            assertThat(blocks.records()).isEqualTo(1_010);
            assertFound(log, some);
        }
        assertThat(files()).isEmpty();
        assertThat(blocks.runs).isEmpty();
    }

    @Test
    void aRestartGoesOnWhereShippingHadCome() throws IOException {
        List<WrittenRecord> some = new ArrayList<>();
        try (var log = open(20)) {
            some.addAll(append(log, 0, 100));
            log.ship();
            blocks.away(true);
            some.addAll(append(log, 100, 100));
        }
        blocks.away(false);
        try (var log = open(20)) {
            log.ship();
            assertThat(blocks.records()).isEqualTo(200);
            assertFound(log, some);
        }
    }

    @Test
    void whatEarlierProcessesLeftCountsTowardsTheLimit() throws IOException {
        blocks.away(true);
        try (var log = open(2)) {
            append(log, 0, 400);
        }
        try (var log = open(2)) {
            assertThatThrownBy(() -> append(log, 1_000, 400)).isInstanceOf(LogFullException.class);
            blocks.away(false);
            log.ship();
            WrittenRecord.append(log, 9);
        }
    }

    @Test
    void aTornRecordIsNotFoundAndThoseAroundItAre() throws IOException {
        blocks.away(true);
        List<WrittenRecord> some;
        try (var log = open(20)) {
            some = append(log, 0, 60);
        }
        var torn = some.get(30);
        var file = files().getFirst();
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(torn.place() + Frame.ALIGNMENT);
            bytes.write(torn.bytes()[0] + 1);
            bytes.seek(some.get(40).place());
            bytes.writeLong(0);
        }
        var rest = new ArrayList<>(some);
        rest.remove(40);
        rest.remove(30);
        try (var log = open(20)) {
            assertFound(log, rest);
            blocks.away(false);
            assertThat(log.find(torn.run(), torn.place())).isNull();
            log.ship();
            assertThat(blocks.records()).isEqualTo(58);
            assertFound(log, rest);
            assertThat(log.find(torn.run(), torn.place())).isNull();
        }
    }

    @Test
    void aFileThatWasCutShortGivesWhatItHolds() throws IOException {
        blocks.away(true);
        List<WrittenRecord> some;
        try (var log = open(20)) {
            some = append(log, 0, 60);
        }
        try (var bytes = new RandomAccessFile(files().getFirst().toFile(), "rw")) {
            bytes.setLength(some.get(50).place() + 13);
        }
        blocks.away(false);
        try (var log = open(20)) {
            log.ship();
            assertThat(blocks.records()).isEqualTo(50);
            assertFound(log, some.subList(0, 50));
        }
    }

    @Test
    void aFileThatIsNoneOfOursIsLeftAlone() throws IOException {
        var strange = folder.resolve("0-strange.segment");
        Files.writeString(strange, "not ours".repeat(100));
        try (var log = open(20)) {
            assertFound(log, List.of(WrittenRecord.append(log, 1)));
        }
        assertThat(strange).exists();
    }

    @Test
    void aFolderIsOpenedOnce() throws IOException {
        var log = open(20);
        assertThatThrownBy(() -> open(20)).hasMessageContaining("used by another process");
        log.close();
        open(20).close();
    }

    @Test
    void aClosedLogAcceptsNothing() throws IOException {
        var log = open(20);
        log.close();
        assertThatThrownBy(() -> WrittenRecord.append(log, 1)).isInstanceOf(LogFullException.class);
    }

    @Test
    void shipsByItself() throws IOException {
        var settings = new LogProperties(
                folder, SEGMENT, 20L * SEGMENT, 1 << 12, Duration.ofMillis(10), Duration.ofMillis(10));
        try (var log = AppendLog.open(settings, blocks, Clock.systemUTC())) {
            append(log, 0, 100);
            await().untilAsserted(() -> assertThat(blocks.records()).isEqualTo(100));
            await().untilAsserted(() -> assertThat(blocks.runs).hasSize(1));
        }
    }

    private AppendLog open(int segments) throws IOException {
        var settings = new LogProperties(
                folder, SEGMENT, (long) segments * SEGMENT, 1 << 12, Duration.ofMillis(10), Duration.ofMinutes(10));
        return AppendLog.open(settings, blocks, Clock.systemUTC());
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(f -> f.toString().endsWith(".segment")).sorted().toList();
        }
    }

    private static List<WrittenRecord> append(AppendLog log, long from, int count) {
        List<WrittenRecord> some = new ArrayList<>();
        for (long seed = from; seed < from + count; seed++) {
            some.add(patientlyUnlessFull(log, seed));
        }
        return some;
    }

    /** Segments as small as these are used up faster than they are made, which is refused too. */
    private static WrittenRecord patientlyUnlessFull(AppendLog log, long seed) {
        while (true) {
            try {
                return WrittenRecord.append(log, seed);
            } catch (LogFullException e) {
                if (e.getMessage().contains("limit")) {
                    throw e;
                }
                Thread.yield();
            }
        }
    }

    private static WrittenRecord patiently(AppendLog log, long seed) {
        while (true) {
            try {
                return WrittenRecord.append(log, seed);
            } catch (LogFullException e) {
                Thread.yield();
            }
        }
    }

    private static void assertFound(AppendLog log, List<WrittenRecord> some) {
        for (var one : some) {
            assertThat(log.find(one.run(), one.place())).as(one.toString()).isEqualTo(one.bytes());
        }
    }
}
