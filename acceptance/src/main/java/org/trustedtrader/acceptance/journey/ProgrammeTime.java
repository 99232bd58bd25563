package org.trustedtrader.acceptance.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.trustedtrader.acceptance.client.Api;
import org.trustedtrader.acceptance.client.Patience;

/** The clock that belongs to the platform's own settings; in the demo its manager moves it, forwards only. */
final class ProgrammeTime {

    private static final String CLOCK = "/v1/programme-clock";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Api manager;

    ProgrammeTime(Api manager) {
        this.manager = manager;
    }

    String who() {
        return manager.who();
    }

    Instant now() {
        return Instant.parse(manager.get(CLOCK).expect(200).text("now"));
    }

    /** UTC. */
    LocalDate today() {
        return now().atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Moves it so that the moment has passed; does nothing if it has. */
    Outcome moveTo(Instant moment) {
        return move(Duration.between(now(), moment).plusMinutes(1));
    }

    Outcome move(Duration forwards) {
        if (forwards.isPositive()) {
            var offset = manager.post(CLOCK + "/movements", Map.of("seconds", forwards.toSeconds()))
                    .expect(201)
                    .at("offsetSeconds")
                    .asLong();
            var followed = Patience.until(
                    "the services follow the clock",
                    SOON,
                    () -> manager.get(CLOCK).expect(200),
                    clock -> clock.at("offsetSeconds").asLong() >= offset);
            return Outcome.of("the programme's time is now " + followed.value().text("now"))
                    .after(followed.waited());
        }
        return Outcome.of("the programme's time is past that already: " + now());
    }
}
