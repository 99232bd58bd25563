package org.trustedtrader.benefits.decision.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustedtrader.benefits.decision.log.AppendLog;
import org.trustedtrader.benefits.decision.log.Block;
import org.trustedtrader.benefits.decision.log.BlockStore;
import org.trustedtrader.benefits.decision.log.LogProperties;
import org.trustedtrader.benefits.decision.log.Reservation;
import org.trustedtrader.platform.test.ServiceIT;

/** BlockStore in a real store: what a log ships is found there when its files are gone. */
@ServiceIT
class MongoBlockStoreIT {

    private final BlockStore blocks;
    private final Random random = new Random(3);

    @TempDir
    private Path folder;

    MongoBlockStoreIT(BlockStore blocks) {
        this.blocks = blocks;
    }

    private record Kept(long run, long place, byte[] bytes) {}

    @Test
    void everyRecordIsFoundByItsPlaceAndNothingElseIs() throws IOException {
        List<Kept> kept = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            try (var log = open()) {
                for (int n = 0; n < 200; n++) {
                    kept.add(append(log));
                }
            }
        }
        assertThat(folder.toFile().list()).containsExactly("lock");
        for (var one : kept) {
            var block = blocks.find(one.run(), one.place()).orElseThrow();
            assertThat(block.record(one.place())).isEqualTo(one.bytes());
            assertThat(block.record(one.place() + 8)).isNotEqualTo(one.bytes());
        }
        var last = kept.getLast();
        assertThat(blocks.find(last.run(), last.place() + 100_000)).isEmpty();
        assertThat(blocks.find(last.run() + 1, last.place())).isEmpty();
        assertThat(blocks.find(last.run(), -1)).isEmpty();
    }

    @Test
    void aBlockThatIsThereStaysAsItIs() {
        long run = random.nextLong();
        assertThat(blocks.put(new Block(run, 64, new byte[80]))).isEqualTo(144);
        assertThat(blocks.put(new Block(run, 64, new byte[160]))).isEqualTo(144);
        assertThat(blocks.put(new Block(run, 144, new byte[16]))).isEqualTo(160);
        assertThat(blocks.lastStart(run, 64, 4_096)).hasValue(144);
        assertThat(blocks.lastStart(run, 64, 144)).hasValue(64);
        assertThat(blocks.lastStart(run, 4_096, 8_192)).isEmpty();
        assertThat(blocks.find(run, 100).orElseThrow().bytes()).hasSize(80);
    }

    @Test
    void aRunThatHasEndedHoldsNothingUp() {
        long run = random.nextLong();
        blocks.complete(run, Instant.EPOCH, false);
        blocks.complete(run, Instant.EPOCH, true);
        blocks.complete(run, Instant.EPOCH, true);
    }

    private Kept append(AppendLog log) {
        var bytes = new byte[1 + random.nextInt(2_000)];
        random.nextBytes(bytes);
        Reservation claim = log.claim(bytes.length);
        claim.commit(bytes, 0);
        return new Kept(claim.run(), claim.place(), bytes);
    }

    private AppendLog open() throws IOException {
        var settings =
                new LogProperties(folder, 1 << 20, 1L << 24, 1 << 14, Duration.ofSeconds(1), Duration.ofMillis(20));
        return AppendLog.open(settings, blocks, Clock.systemUTC());
    }
}
