package org.trustedtrader.bench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustedtrader.bench.crowd.Changes;
import org.trustedtrader.bench.crowd.Reference;
import org.trustedtrader.border.eligibility.EligibilityRules;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.eligibility.PartnerStatus;
import org.trustedtrader.border.eligibility.Question;
import org.trustedtrader.border.snapshot.SnapshotFile;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.test.QuestionGenerator;
import org.trustedtrader.border.test.World;

class SnapshotTest {

    private static final int TRADERS = 1_000;

    @TempDir
    private Path folder;

    @Test
    void holdsTheWholeWorldAndNamesItsStore() throws Exception {
        var file = folder.resolve("world.snapshot");
        WorldSnapshot.main(new String[] {Integer.toString(TRADERS), "bench", file.toString()});
        var content = new SnapshotFile(file).read().orElseThrow();
        assertThat(content.store()).isEqualTo("bench");
        assertThat(content.cursors()).isEmpty();
        var world = new World(1, TRADERS, 0);
        var status = BorderStatus.resume(
                content.image(), Shipped.policies(), new Stored(world), Clock.systemUTC(), PartnerStatus.NONE);
        assertThat(status.memory().traders()).isEqualTo(TRADERS);
        assertThat(faults(world, status)).isEmpty();
    }

    private static List<String> faults(World world, BorderStatus status) {
        var asked = new QuestionGenerator(world, 1, new QuestionGenerator.Shares(0, 0, 0, 0)).next();
        var at = Instant.now();
        var answer = new EligibilityRules(Shipped.policies())
                .answer(
                        new Question(at, null, List.of(asked.item())),
                        status,
                        new Moment(at, Duration.ZERO, Duration.ofSeconds(60)));
        return new Reference(world, new Changes(world), Shipped.policy())
                .faults(asked, at, at, answer.answers().getFirst());
    }
}
