package org.trustedtrader.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trustedtrader.acceptance.SharedPlatform;

/**
 * {@code kill -9} between command, commit, publish and acknowledge. {@code -Dttp.kills=240} makes it a campaign; the suite
 * kills each service once at each point.
 */
@Timeout(value = 12, unit = TimeUnit.HOURS) // a campaign takes as long as was asked for
@Tag("slow")
class KillsIT {

    private static final List<String> SERVICES = List.of("enrolment", "assessment", "validation", "benefits");
    private static final int AT_EACH_POINT =
            Math.max(1, Integer.getInteger("ttp.kills", 0) / (SERVICES.size() * ServiceKiller.POINTS.size()));

    @Test
    void losesNoAcceptedCommandAndDoublesNone() {
        var fleet = new Fleet("KI", 4, 40_000_000);
        fleet.goRoundWhile(() -> false);
        var errands = fleet.errands();
        var before = fleet.accepted();
        var killers = SERVICES.stream()
                .map(service -> new ServiceKiller(SharedPlatform.parts(), service, errands.at(service), AT_EACH_POINT))
                .toList();
        var began = System.nanoTime();

        try (var threads = Executors.newFixedThreadPool(2)) {
            var killing = CompletableFuture.allOf(killers.stream()
                    .map(killer -> CompletableFuture.runAsync(killer, threads))
                    .toArray(CompletableFuture[]::new));
            try {
                fleet.goRoundWhile(() -> !killing.isDone());
                killing.join();
            } catch (AssertionError e) {
                threads.shutdownNow();
                throw e;
            }
        }

        fleet.balanceBooks();
        var kills = killers.stream().mapToInt(ServiceKiller::kills).sum();
        System.out.printf(
                "[ttp] kills: %d in %d s; %d commands accepted meanwhile, %d attempts got no answer; none lost, none doubled%n",
                kills,
                Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                fleet.accepted() - before,
                fleet.unanswered());
        assertThat(kills).isEqualTo(SERVICES.size() * ServiceKiller.POINTS.size() * AT_EACH_POINT);
    }
}
