package org.trustedtrader.acceptance.journey;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.acceptance.client.Api;

/** The FAST card of the truck's driver; a number per programme year, so that a card of an earlier run does again. */
final class DriverCard {

    private final Api manager;
    private final ProgrammeTime time;
    private @Nullable String number;

    DriverCard(Api manager, ProgrammeTime time) {
        this.manager = manager;
        this.time = time;
    }

    String who() {
        return manager.who();
    }

    String number() {
        return Objects.requireNonNull(number, "no card is registered yet");
    }

    Outcome register() {
        int year = time.today().getYear();
        number = "FAST" + year + "0453";
        if (manager.get("/v1/driver-cards/" + number).expect(200, 404).ok()) {
            return Outcome.of("card " + number + " is registered already");
        }
        manager.post(
                        "/v1/driver-cards",
                        Map.of(
                                "number",
                                number(),
                                "programme",
                                "FAST",
                                "validFrom",
                                year + "-01-01",
                                "validUntil",
                                (year + 5) + "-12-31"))
                .expect(201);
        return Outcome.of("FAST card " + number + " is valid until the end of " + (year + 5));
    }
}
