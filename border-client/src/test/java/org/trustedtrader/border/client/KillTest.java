package org.trustedtrader.border.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.feed.SigningKey;

/** A lane that is killed at any moment starts again without a network, and never says a wrong yes. */
class KillTest {

    private static final int ROUNDS = Integer.getInteger("kill.rounds", 8);

    @TempDir
    private Path folder;

    private final SigningKey key = SigningKey.generate();
    private final Random random = new Random(8);

    @Test
    void startsAfterEveryKillAndAnswersTruthfully() throws Exception {
        List<Outcome> given = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            killWhileFollowing();
            answerAfterwards(round).ifPresent(given::add);
        }
        System.out.printf("killed %d lanes, answers from what they had kept: %s%n", ROUNDS, given);
        assertThat(given).isNotEmpty();
    }

    private void killWhileFollowing() throws IOException, InterruptedException {
        var lane = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledLane.class.getName(),
                        folder.toString(),
                        key.encoded())
                .redirectErrorStream(true)
                .start();
        try (var said = new BufferedReader(new InputStreamReader(lane.getInputStream()))) {
            assertThat(said.readLine()).isEqualTo("following");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(400)));
            lane.destroyForcibly().waitFor();
        }
    }

    private Optional<Outcome> answerAfterwards(int round) {
        FeedSource nobody = new FeedSource() {
            @Override
            public void snapshot(LineReader.LineConsumer consumer) throws IOException {
                throw new IOException("there is no network");
            }

            @Override
            public void changes(Copy.Place after, LineReader.LineConsumer consumer) throws IOException {
                throw new IOException("there is no network");
            }
        };
        try (var lane = BorderClient.builder()
                .folder(folder)
                .trust(key.publicKey().encoded())
                .start(nobody)) {
            var answer = lane.eligibility(CarrierQuestion.aboutTheCarrier(lane.now()));
            if (CarrierQuestion.outcome(answer) == Outcome.INDETERMINATE) {
                return Optional.empty();
            }
            var version = answer.answers().getFirst().versions().get("membership/m-carrier");
            assertThat(CarrierQuestion.outcome(answer))
                    .as("round %d, version %d", round, version)
                    .isIn(Outcome.INELIGIBLE, version % 4 == 0 ? null : Outcome.ELIGIBLE);
            return Optional.of(CarrierQuestion.outcome(answer));
        }
    }
}
