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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.trustedtrader.acceptance.SharedPlatform;
import org.trustedtrader.acceptance.client.Api;
import org.trustedtrader.local.LocalPlatform;
import org.trustedtrader.local.Progress;

/**
 * A carrier is suspended and reinstated again and again while every replica of the border service is asked every two
 * milliseconds, each at its own lean port. How long each took to refuse after the officer's answer is printed, and kept for
 * the bench's table, but not judged; {@code -Dttp.suspensions} and {@code -Dttp.replicas} set how often and by how many. The
 * first {@code -Dttp.suspensions.warmup} are checked like the others but not counted, since every program has just started.
 */
@Tag("slow")
class SuspensionsAtReplicasIT {

    private static final int TIMES = Integer.getInteger("ttp.suspensions", 150);
    private static final int NOT_COUNTED = Integer.getInteger("ttp.suspensions.warmup", 50);
    private static final int REPLICAS = Integer.getInteger("ttp.replicas", 3);
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Map<String, String> CAUSE = Map.of(
            "reasonCode", "SECURITY_INCIDENT", "note", "A seal was broken.", "legalBasis", "PIP memorandum D23-1-1");
    private static final Map<String, String> REMEDY =
            Map.of("reasonCode", "CAUSE_REMEDIED", "note", "It is explained.", "legalBasis", "PIP memorandum D23-1-1");
    private static final Map<String, String> PROPOSAL = Map.of(
            "kind",
            "REINSTATEMENT",
            "reasonCode",
            "CAUSE_REMEDIED",
            "note",
            "It is explained.",
            "legalBasis",
            "PIP memorandum D23-1-1");

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
        var manager = SharedPlatform.platform().callers().user("pm.morgan");
        var membership = "/v1/memberships/" + fleet.applications().getFirst();
        List<long[]> delays = new ArrayList<>();
        List<Long> whole = new ArrayList<>();
        try (var lanes = new EligibilityProbes(border, "RE00")) {
            for (int i = 0; i < NOT_COUNTED + TIMES; i++) {
                lanes.awaitAll(EligibilityProbes.YES, LEASE);
                var watch = lanes.watch();
                var sent = System.nanoTime();
                act(officer, membership, "suspension", CAUSE);
                var answered = System.nanoTime();
                var refusals = watch.refusals(LEASE);
                if (i >= NOT_COUNTED) {
                    delays.add(refusals.stream()
                            .mapToLong(at -> Math.max(0, at - answered))
                            .toArray());
                    whole.add(refusals.stream().mapToLong(at -> at - sent).max().orElseThrow());
                }
                act(officer, membership, "proposal", PROPOSAL);
                act(manager, membership, "reinstatement", REMEDY);
            }
        }
        assertThat(delays).hasSize(TIMES).allSatisfy(each -> assertThat(each).hasSize(REPLICAS));
        IntStream.range(0, REPLICAS)
                .forEach(i -> report(
                        border.names().get(i) + " refuses after the officer's answer",
                        delays.stream().mapToLong(each -> each[i])));
        report(
                "the last one refuses after the officer's command",
                whole.stream().mapToLong(Long::longValue));
        BenchResult.append(
                "suspension",
                report(
                        "the last one refuses after the officer's answer",
                        delays.stream()
                                .mapToLong(each -> Arrays.stream(each).max().orElseThrow())));
    }

    private static void act(Api officer, String membership, String intent, Map<String, String> grounds) {
        officer.intend(membership, intent, grounds).expect(200);
    }

    /** @return the 99th percentile, in milliseconds */
    private static double report(String what, LongStream delays) {
        var sorted = delays.sorted().toArray();
        var p99 = sorted[(int) Math.ceil(sorted.length * 0.99) - 1] / 1e6;
        System.out.printf(
                "[ttp] %s: median %.1f ms, p99 %.1f ms, worst %.1f ms of %d%n",
                what, sorted[sorted.length / 2] / 1e6, p99, sorted[sorted.length - 1] / 1e6, sorted.length);
        return p99;
    }
}
