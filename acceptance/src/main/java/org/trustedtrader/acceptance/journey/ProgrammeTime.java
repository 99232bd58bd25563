package org.trustedtrader.acceptance.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.trustedtrader.acceptance.client.Api;
import org.trustedtrader.acceptance.client.Polling;

/** The clock that belongs to the platform's own settings; in the demo an operator moves it, forwards only. */
final class ProgrammeTime {

    static final ZoneId PROGRAMME_ZONE = ZoneId.of("America/Toronto");
    private static final String CLOCK = "/v1/programme-clock";
    private static final List<String> SERVICES = List.of("enrolment", "assessment", "validation", "benefits");
    private final Api operator;

    ProgrammeTime(Api operator) {
        this.operator = operator;
    }

    String who() {
        return operator.who();
    }

    Instant now() {
        return Instant.parse(operator.get(CLOCK).expect(200).text("now"));
    }

    /** The day that it is at the programme's office. */
    LocalDate today() {
        return now().atZone(PROGRAMME_ZONE).toLocalDate();
    }

    /** Moves it so that the moment has passed; does nothing if it has. */
    Outcome moveTo(Instant moment) {
        return move(Duration.between(now(), moment).plusMinutes(1));
    }

    Outcome move(Duration forwards) {
        if (!forwards.isPositive()) {
            return Outcome.of("the programme's time is past that already: " + now());
        }
        var offset = operator.post(CLOCK + "/movements", Map.of("seconds", forwards.toSeconds()))
                .expect(201)
                .at("offsetSeconds")
                .asLong();
        var followed = Polling.until(
                "every service follows the clock",
                Polling.SOON,
                () -> SERVICES.stream()
                        .filter(service -> offsetOf(service) < offset)
                        .toList(),
                List::isEmpty);
        return Outcome.of("the programme's time is now " + now().truncatedTo(ChronoUnit.SECONDS)
                        + ", followed by every service")
                .after(followed.waited());
    }

    private long offsetOf(String service) {
        return operator.get("/v1/operations/" + service + "/clock")
                .expect(200)
                .at("offsetSeconds")
                .asLong();
    }
}
