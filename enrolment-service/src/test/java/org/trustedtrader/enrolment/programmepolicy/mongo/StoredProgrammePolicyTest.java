package org.trustedtrader.enrolment.programmepolicy.mongo;

import static org.trustedtrader.enrolment.EventSamples.assertSample;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.publication.DocumentVersion;
import org.trustedtrader.platform.publication.PublicationState;
import org.trustedtrader.platform.test.GoldenDocuments;

class StoredProgrammePolicyTest {

    private static final DocumentVersion PUBLISHED = DocumentVersion.restore(
            new Aggregate.Stored("2027-01-01", 2, Map.of()),
            new DocumentVersion.Snapshot(
                    "{\"version\":\"2027-01-01\",\"effectiveFrom\":\"2027-01-01\"}",
                    Instant.parse("2027-01-01T05:00:00Z"),
                    PublicationState.PUBLISHED,
                    "user:m",
                    "",
                    "user:a",
                    Instant.parse("2026-11-24T09:30:00.456Z")));

    @Test
    void isStoredAsInGit() {
        GoldenDocuments.matches(MongoProgrammePolicies.TYPE, PUBLISHED, "golden/programme-policy.json");
    }

    @Test
    void announcesWhatTheSampleSays() {
        assertSample("enrolment.programme-policy.published.v1", MongoProgrammePolicies.TYPE.payload(PUBLISHED));
    }
}
