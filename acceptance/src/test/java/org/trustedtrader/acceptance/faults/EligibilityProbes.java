package org.trustedtrader.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.trustedtrader.acceptance.SharedPlatform;
import org.trustedtrader.local.LocalPlatform;

/**
 * One questioner per replica of the border service, each asking its own about the same carrier, often enough to see a change
 * and seldom enough to leave the machine to those who make it.
 */
final class EligibilityProbes implements AutoCloseable {

    static final String YES = "ELIGIBLE";
    private static final String NO = "INELIGIBLE";
    private static final int ASKED_AFTERWARDS = 5;
    private static final long PAUSE = Duration.ofMillis(2).toNanos();

    private final List<EligibilityProbe> replicas;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    EligibilityProbes(LocalPlatform border, String carrierCode) {
        var signIns = SharedPlatform.platform().callers().signIns();
        var question = "/v1/eligibility/CARRIER_CODE/" + carrierCode + "?benefit=FAST_LANE";
        replicas = border.names().stream()
                .map(name -> new EligibilityProbe(
                        URI.create(border.entranceUrl(name) + question), () -> signIns.client("border-windsor")))
                .toList();
    }

    void awaitAll(String outcome, Duration atMost) {
        for (var replica : replicas) {
            await().atMost(atMost)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> replica.ask().equals(outcome));
        }
    }

    /** Begins to ask all of them. */
    Watch watch() {
        return new Watch(replicas.stream()
                .map(replica -> threads.submit(() -> firstRefusal(replica)))
                .toList());
    }

    record Watch(List<Future<Long>> firstRefusals) {

        /** When each of them first said no, as {@code System.nanoTime()}; fails if one does not, or says yes after it. */
        List<Long> refusals(Duration atMost) throws Exception {
            var until = System.nanoTime() + atMost.toNanos();
            List<Long> all = new ArrayList<>();
            for (var refusal : firstRefusals) {
                try {
                    all.add(refusal.get(until - System.nanoTime(), TimeUnit.NANOSECONDS));
                } catch (TimeoutException e) {
                    throw new AssertionError("A replica still says yes after " + atMost, e);
                }
            }
            return all;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static long firstRefusal(EligibilityProbe replica) {
        while (!replica.ask().equals(NO)) {
            LockSupport.parkNanos(PAUSE);
            if (Thread.currentThread().isInterrupted()) {
                throw new AssertionError("stopped before a refusal");
            }
        }
        var at = System.nanoTime();
        for (int i = 0; i < ASKED_AFTERWARDS; i++) {
            assertThat(replica.ask()).as("the answer after a refusal").isNotEqualTo(YES);
        }
        return at;
    }
}
