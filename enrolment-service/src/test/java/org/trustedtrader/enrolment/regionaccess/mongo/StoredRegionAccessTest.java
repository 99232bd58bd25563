package org.trustedtrader.enrolment.regionaccess.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.EventSamples;
import org.trustedtrader.enrolment.regionaccess.RegionAccess;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.test.GoldenDocuments;

class StoredRegionAccessTest {

    private static final Actor ADAM =
            new Actor("user:adam", Set.of("assessor"), Optional.empty(), Optional.of(Set.of("CA-QC")));

    private final RegionAccess access = RegionAccess.open(
            "3d3f0a6c-0f0b-3c54-9d1e-1a2b3c4d5e6f",
            new RegionAccess.Request("123456782", Optional.of("CA-ON"), "Sick leave.", "applications/1"),
            Duration.ofHours(24),
            ADAM,
            Instant.parse("2026-11-23T14:00:00.123Z"));

    @Test
    void itsEventsAreThoseOfTheSamples() {
        EventSamples.assertSample("enrolment.region-access.opened.v1", MongoRegionAccesses.TYPE.payload(access));
        EventSamples.assertSample("enrolment.region-access.ended.v1", MongoRegionAccesses.TYPE.payload(ended()));
    }

    @Test
    void itIsStoredAsInGit() {
        GoldenDocuments.matches(MongoRegionAccesses.TYPE, access, "golden/region-access-open.json");
        GoldenDocuments.matches(MongoRegionAccesses.TYPE, ended(), "golden/region-access-ended.json");
    }

    private RegionAccess ended() {
        var stored = MongoRegionAccesses.TYPE.restore(
                new Aggregate.Stored(access.id(), 1, Map.of()), MongoRegionAccesses.TYPE.state(access));
        stored.end("The file is done.", ADAM, Instant.parse("2026-11-23T18:30:00.456Z"));
        return stored;
    }
}
