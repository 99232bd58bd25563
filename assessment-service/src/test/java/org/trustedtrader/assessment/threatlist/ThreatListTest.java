package org.trustedtrader.assessment.threatlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustedtrader.assessment.config.files.ThreatLevelFile;
import org.trustedtrader.assessment.config.files.ThreatListReader;
import org.trustedtrader.assessment.criteria.Threat;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.assessment.review.Assessments;
import org.trustedtrader.assessment.review.Fixtures;
import org.trustedtrader.assessment.risk.Band;
import org.trustedtrader.assessment.risk.ThreatLevels;
import org.trustedtrader.assessment.threatlist.PreviewThreatList.PlaceChange;
import org.trustedtrader.assessment.threatlist.PreviewThreatList.RatingChange;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.publication.DocumentVersion;
import org.trustedtrader.platform.publication.DocumentVersions;
import org.trustedtrader.platform.publication.PublicationState;
import org.trustedtrader.platform.publication.PublishedDocuments;
import org.trustedtrader.platform.publication.ShippedVersion;
import org.trustedtrader.platform.refusal.Refusal;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Lists of threat levels as they are read, refused and previewed. */
class ThreatListTest {

    private static final ShippedVersion SHIPPED = ThreatListReader.shipped("threat-levels.yaml");
    private static final Instant DAY = Instant.parse("2028-01-01T05:00:00Z");
    private static final Actor AUDITOR = new Actor("user:audrey", Set.of("auditor"), Optional.empty());

    private final DocumentVersions versions = mock();
    private final Assessments assessments = mock();
    private final PublishedDocuments<ThreatLevels> documents = new PublishedDocuments<>(
            versions, List.of(SHIPPED), (file, _) -> ThreatListReader.read(file), Duration.ZERO);

    @Test
    void whatShipsIsTheDataFileAndKeepsTheSchema() {
        assertThat(ThreatListReader.read(SHIPPED.file())).isEqualTo(ThreatLevelFile.load("threat-levels.yaml"));
        assertThat(ThreatListReader.schema().draft(shipped()).version()).isEqualTo("demo-2026");
    }

    @Test
    void everythingThatIsWrongIsNamedByItsPath() {
        var list = shipped();
        list.remove("source");
        list.put("otherwise", 4);
        ((ObjectNode) list.get("places").get("CA")).put("PIRACY", 1).put("TERRORISM", 0);
        ((ObjectNode) list.get("places")).putObject("Ontario").put("TERRORISM", 1);
        var refused = catchThrowableOfType(
                Refusal.InvalidInput.class, () -> ThreatListReader.schema().draft(list));
        assertThat(refused.violations().stream().map(Refusal.Violation::field))
                .containsExactlyInAnyOrder(
                        "source", "otherwise", "places.CA.PIRACY", "places.CA.TERRORISM", "places.Ontario");
    }

    @Test
    void aPreviewCountsTheRatingsThatWouldBeAnotherBand() {
        var rated = Fixtures.completedRejecting();
        given(rated, Fixtures.submitted());
        var preview = preview(withContraband("US", 3));
        assertThat(preview.rated()).isEqualTo(1);
        assertThat(preview.changed()).isEqualTo(1);
        assertThat(preview.examples()).containsExactly(new RatingChange(rated.id(), Band.LOW, Band.MEDIUM));
        assertThat(preview.places())
                .singleElement()
                .extracting(PlaceChange::place)
                .isEqualTo("US");
        assertThat(preview.comparedWith()).isEqualTo("demo-2026");
    }

    @Test
    void aListThatChangesNoBandSaysSo() {
        given(Fixtures.completedRejecting());
        assertThat(preview(withContraband("SG", 3)).changed()).isZero();
    }

    private void given(Assessment... all) {
        when(assessments.list(any(), any(), any(), any(), anyInt())).thenReturn(List.of(all));
    }

    private PreviewThreatList.Preview preview(ObjectNode list) {
        var version = DocumentVersion.restore(
                new Aggregate.Stored("next", 1, Map.of()),
                new DocumentVersion.Snapshot(
                        list.toString(), DAY, PublicationState.PROPOSED, "user:m", "", null, null));
        when(versions.visible("next", AUDITOR)).thenReturn(version);
        return new PreviewThreatList(documents, assessments).preview("next", AUDITOR);
    }

    private static ObjectNode withContraband(String country, int level) {
        var list = shipped().put("version", "next").put("effectiveFrom", "2028-01-01");
        ((ObjectNode) list.get("places").get(country)).put(Threat.CONTRABAND.name(), level);
        return list;
    }

    private static ObjectNode shipped() {
        return (ObjectNode) JsonMapper.shared().readTree(SHIPPED.file());
    }
}
