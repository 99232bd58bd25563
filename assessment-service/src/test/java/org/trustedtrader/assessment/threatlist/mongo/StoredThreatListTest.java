package org.trustedtrader.assessment.threatlist.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.publication.DocumentVersion;
import org.trustedtrader.platform.publication.PublicationState;
import org.trustedtrader.platform.test.GoldenDocuments;
import tools.jackson.databind.json.JsonMapper;

class StoredThreatListTest {

    private static final Path SAMPLE = Path.of("../docs/events/samples/assessment.threat-list.published.v1.json");
    private static final DocumentVersion PUBLISHED = DocumentVersion.restore(
            new Aggregate.Stored("2027-01", 2, Map.of()),
            new DocumentVersion.Snapshot(
                    "{\"version\":\"2027-01\",\"effectiveFrom\":\"2027-01-01\"}",
                    Instant.parse("2027-01-01T05:00:00Z"),
                    PublicationState.PUBLISHED,
                    "user:m",
                    "",
                    "user:a",
                    Instant.parse("2026-11-24T09:30:00.456Z")));

    @Test
    void isStoredAsInGit() {
        GoldenDocuments.matches(MongoThreatLists.TYPE, PUBLISHED, "golden/threat-list.json");
    }

    @Test
    void announcesWhatTheSampleSays() {
        var json = JsonMapper.builder().build();
        var announced = json.readTree(json.writeValueAsString(MongoThreatLists.TYPE.payload(PUBLISHED)));
        assertThat(announced).isEqualTo(json.readTree(SAMPLE.toFile()).get("data"));
    }
}
