package org.trustedtrader.enrolment.consent.mongo;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.EventSamples;
import org.trustedtrader.enrolment.consent.Consent;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.test.GoldenDocuments;

class StoredConsentTest {

    private static final Actor OWNER = new Actor("user:o", Set.of("account-owner"), Optional.of("123456782"));

    private final Consent consent =
            Consent.give(Consent.Pair.of("123456782", "987654324"), OWNER, Instant.parse("2026-11-23T14:00:00.123Z"));

    @Test
    void itsEventsAreThoseOfTheSamples() {
        EventSamples.assertSample("enrolment.consent.given.v1", MongoConsents.TYPE.payload(consent));
        var stored = stored(consent);
        stored.withdraw("CONTRACT_ENDED", OWNER, Instant.parse("2026-11-24T09:30:00.456Z"));
        EventSamples.assertSample("enrolment.consent.withdrawn.v1", MongoConsents.TYPE.payload(stored));
    }

    /** The file is what benefits-service stored when it owned these records. */
    @Test
    void itIsStoredAsInGit() {
        var golden = Consent.give(
                Consent.Pair.of("123456782", "987654324"), OWNER, Instant.parse("2027-01-12T13:01:01.786Z"));
        GoldenDocuments.matches(MongoConsents.TYPE, golden, "golden/consent.json");
    }

    private Consent stored(Consent before) {
        return MongoConsents.TYPE.restore(
                new Aggregate.Stored(before.id(), 1, Map.of()), MongoConsents.TYPE.state(before));
    }
}
