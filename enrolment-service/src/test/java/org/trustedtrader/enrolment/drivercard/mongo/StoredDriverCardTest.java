package org.trustedtrader.enrolment.drivercard.mongo;

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
import org.trustedtrader.platform.test.GoldenDocuments;

class StoredDriverCardTest {

    private static final Actor MANAGER = new Actor("user:m", Set.of("programme-manager"), Optional.empty());

    private final DriverCard card = DriverCard.register(
            new DriverCard.Terms(
                    "FAST00012345",
                    DriverCard.Programme.FAST,
                    LocalDate.parse("2026-01-01"),
                    LocalDate.parse("2030-12-31")),
            "123456782",
            MANAGER,
            Instant.parse("2026-11-23T14:00:00.123Z"));

    @Test
    void itsEventsAreThoseOfTheSamples() {
        EventSamples.assertSample("enrolment.driver-card.registered.v1", MongoDriverCards.TYPE.payload(card));
        var stored = stored(card);
        stored.revoke("LOST", MANAGER, Instant.parse("2026-11-24T09:30:00.456Z"));
        EventSamples.assertSample("enrolment.driver-card.revoked.v1", MongoDriverCards.TYPE.payload(stored));
    }

    /** The file is what benefits-service stored when it owned these records. */
    @Test
    void itIsStoredAsInGit() {
        var golden = DriverCard.register(
                new DriverCard.Terms(
                        "FAST20270453",
                        DriverCard.Programme.FAST,
                        LocalDate.parse("2027-01-01"),
                        LocalDate.parse("2032-12-31")),
                null,
                MANAGER,
                Instant.parse("2027-01-12T13:01:01.388Z"));
        GoldenDocuments.matches(MongoDriverCards.TYPE, golden, "golden/driver-card.json");
    }

    @Test
    void aCardOfACompanyIsStoredAsInGit() {
        GoldenDocuments.matches(MongoDriverCards.TYPE, card, "golden/driver-card-of-company.json");
    }

    private DriverCard stored(DriverCard before) {
        return MongoDriverCards.TYPE.restore(
                new Aggregate.Stored(before.id(), 1, Map.of()), MongoDriverCards.TYPE.state(before));
    }
}
