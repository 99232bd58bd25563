package org.trustedtrader.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trustedtrader.acceptance.SharedPlatform;
import org.trustedtrader.acceptance.client.Api;
import org.trustedtrader.local.LocalPlatform;
import org.trustedtrader.local.Progress;

/**
 * A carrier is suspended and reinstated again and again while every replica of the border service is asked every two
 * milliseconds, each at its own address. How long each took to refuse after the officer's answer is printed, and kept for
 * the bench's table, but not judged; {@code -Dttp.suspensions} and {@code -Dttp.replicas} set how often and by how many.
 */
class SuspensionsAtReplicasIT {

    private static final int TIMES = Integer.getInteger("ttp.suspensions", 200);
    private static final int REPLICAS = Integer.getInteger("ttp.replicas", 3);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Map<String, String> CAUSE = Map.of(
            "reasonCode", "SECURITY_INCIDENT", "note", "A seal was broken.", "legalBasis", "PIP memorandum D23-1-1");
    private static final Map<String, String> REMEDY =
            Map.of("reasonCode", "CAUSE_REMEDIED", "note", "It is explained.", "legalBasis", "PIP memorandum D23-1-1");

    private final LocalPlatform border = SharedPlatform.borderReplicas(REPLICAS);

    @AfterEach
    void oneReplicaAgain() {
        border.names().stream().filter(name -> !name.equals("benefits")).forEach(border::stop);
    }

    @Test
    void everyReplicaRefusesAndNoneTakesItBack() throws Exception {
        border.start(Progress.SILENT);
        var fleet = new Fleet("RE", 1, 60_000_000);
        fleet.goRoundWhile(() -> false);
        var officer = SharedPlatform.platform().callers().user("paul.approver");
        var membership = "/v1/memberships/" + fleet.applications().getFirst();
        List<long[]> delays = new ArrayList<>();
        try (var lanes = new Lanes(border, "RE00")) {
            for (int i = 0; i < TIMES; i++) {
                lanes.awaitAll(Lanes.YES, LEASE);
                var watch = lanes.watch();
                act(officer, membership, "suspension", CAUSE);
                var answered = System.nanoTime();
                delays.add(watch.refusals(LEASE).stream()
                        .mapToLong(at -> Math.max(0, at - answered))
                        .toArray());
                act(officer, membership, "reinstatement", REMEDY);
            }
        }
        assertThat(delays).hasSize(TIMES).allSatisfy(each -> assertThat(each).hasSize(REPLICAS));
        IntStream.range(0, REPLICAS)
                .forEach(i -> report(border.names().get(i), delays.stream().mapToLong(each -> each[i])));
        BenchLine.append(
                "suspension",
                report(
                        "the last one",
                        delays.stream()
                                .mapToLong(each -> Arrays.stream(each).max().orElseThrow())));
    }

    private static void act(Api officer, String membership, String intent, Map<String, String> grounds) {
        officer.intend(membership, intent, grounds).expect(200);
    }

    /** @return the 99th percentile, in milliseconds */
    private static double report(String who, LongStream delays) {
        var sorted = delays.sorted().toArray();
        var p99 = sorted[(int) Math.ceil(sorted.length * 0.99) - 1] / 1e6;
        System.out.printf(
                "[ttp] %-12s refuses after the officer's answer: median %.1f ms, p99 %.1f ms, worst %.1f ms of %d%n",
                who, sorted[sorted.length / 2] / 1e6, p99, sorted[sorted.length - 1] / 1e6, sorted.length);
        return p99;
    }
}
