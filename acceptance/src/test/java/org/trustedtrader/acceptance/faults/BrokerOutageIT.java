package org.trustedtrader.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.trustedtrader.acceptance.SharedPlatform;

/** The broker is away for a minute ({@code -Dttp.outage.seconds}), and no request of a user fails. */
@Tag("slow")
class BrokerOutageIT {

    private static final int SECONDS = Integer.getInteger("ttp.outage.seconds", 60);

    @Test
    void commandsAreAcceptedMeanwhileAndEverythingArrivesAfterwards() {
        var parts = SharedPlatform.parts();
        assumeThat(parts.given()).as("a broker that is not ours is not stopped").doesNotContainKey("rabbitmq");
        var fleet = new Fleet("BR", 3, 60_000_000);
        fleet.goRoundWhile(() -> false);
        var before = fleet.accepted();

        parts.stop("rabbitmq");
        var back = CompletableFuture.supplyAsync(
                () -> {
                    var accepted = fleet.accepted() - before;
                    parts.start("rabbitmq");
                    parts.awaitReady("rabbitmq");
                    return accepted;
                },
                CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS));
        fleet.goRoundWhile(() -> !back.isDone());

        System.out.printf(
                "[ttp] broker away for %d s: %d commands accepted meanwhile, none lost, none doubled%n",
                SECONDS, back.join());
        assertThat(back.join()).isPositive();
        assertThat(fleet.unanswered()).isZero();
        fleet.balanceBooks();
    }
}
