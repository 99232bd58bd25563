package org.trustedtrader.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.trustedtrader.acceptance.SharedPlatform;

/** Three events in ten come twice and three in ten too late: everything ends as if they had not. */
@Tag("slow")
class ShuffledEventsIT {

    private static final List<String> SERVICES = List.of("enrolment", "assessment", "validation", "benefits");

    @AfterEach
    void oneExchangeAgain() {
        SERVICES.forEach(service -> restart(service, Map.of()));
    }

    @Test
    void endTheSameAsEventsThatComeInOrderAndOnce() throws Exception {
        var fleet = new Fleet("SH", 3, 50_000_000);
        fleet.goRoundWhile(() -> false);
        var undisturbed = fleet.endStates();

        var exchanges = SERVICES.stream().map(ShuffledEventsIT::exchangeOf).toList();
        try (var shuffler = new EventShuffler(URI.create(SharedPlatform.parts().url("rabbitmq")), exchanges)) {
            SERVICES.forEach(service -> restart(service, Map.of("TTP_RABBITMQ_EXCHANGE", exchangeOf(service))));

            fleet.goRoundWhile(() -> false);

            System.out.println("[ttp] shuffled: " + shuffler.report());
            assertThat(shuffler.doubled()).isPositive();
            assertThat(shuffler.overtaken()).isPositive();
            fleet.balanceBooks();
            assertThat(fleet.endStates()).isEqualTo(undisturbed);
        }
    }

    private static String exchangeOf(String service) {
        return SharedPlatform.exchange() + "-" + service;
    }

    private static void restart(String service, Map<String, String> environment) {
        SharedPlatform.parts().restart(service, environment);
    }
}
