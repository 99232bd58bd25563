package org.trustedtrader.enrolment.drivercard.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.EventSamples;
import org.trustedtrader.enrolment.drivercard.DriverCard;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;

class StoredDriverCardTest {

    private static final Actor MANAGER = new Actor("user:m", Set.of("programme-manager"), Optional.empty());

    private final MongoDriverCards.Mapping mapping = new MongoDriverCards.Mapping();
    private final DriverCard card = DriverCard.register(
            new DriverCard.Terms(
                    "FAST00012345",
                    DriverCard.Programme.FAST,
                    LocalDate.parse("2026-01-01"),
                    LocalDate.parse("2030-12-31")),
            MANAGER,
            Instant.parse("2026-11-23T14:00:00.123Z"));

    @Test
    void itsEventsAreThoseOfTheSamples() {
        EventSamples.assertSample("enrolment.driver-card.registered.v1", mapping.announcement(card));
        var stored = stored(card);
        stored.revoke("LOST", MANAGER, Instant.parse("2026-11-24T09:30:00.456Z"));
        EventSamples.assertSample("enrolment.driver-card.revoked.v1", mapping.announcement(stored));
    }

    @Test
    void itIsReadAsItWasWritten() {
        assertThat(stored(card).snapshot()).isEqualTo(card.snapshot());
    }

    private DriverCard stored(DriverCard before) {
        return mapping.restore(new Aggregate.Stored(before.id(), 1, Map.of()), mapping.state(before));
    }
}
