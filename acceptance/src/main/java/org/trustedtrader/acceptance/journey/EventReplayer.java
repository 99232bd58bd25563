package org.trustedtrader.acceptance.journey;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.acceptance.client.EventTap;
import org.trustedtrader.acceptance.client.Platform;
import org.trustedtrader.acceptance.client.Polling;

/** Somebody who listens at the broker, keeps the announcement of a reinstatement, and sends it again when it suits him. */
final class EventReplayer {

    private static final String REINSTATED = "enrolment.membership.reinstated.v1";

    private final Platform.Broker broker;
    private final Trader trader;
    private @Nullable EventTap tap;

    EventReplayer(Platform.Broker broker, Trader trader) {
        this.broker = broker;
        this.trader = trader;
    }

    Outcome listens() {
        tap = EventTap.on(broker, REINSTATED);
        return Outcome.of("keeps a copy of every reinstatement that passes the broker");
    }

    /**
     * Sends the kept copy while the trader is suspended, and waits until the readers have seen something newer that came
     * behind it, so that they must have seen the copy too.
     */
    Outcome replays(Border border, Runnable somethingNewer) {
        try (var listening = Objects.requireNonNull(tap)) {
            var old = Polling.until(
                            "a reinstatement event was received",
                            Polling.SOON,
                            () -> listening.heard().stream()
                                    .filter(e -> e.attribute("subject").equals("membership/" + trader.application()))
                                    .findFirst(),
                            java.util.Optional::isPresent)
                    .value()
                    .orElseThrow();
            listening.replay(old);
            somethingNewer.run();
            return Outcome.of("sent " + old.attribute("id") + " again; "
                    + border.seesTheTruck(Border.INELIGIBLE).result());
        }
    }
}
