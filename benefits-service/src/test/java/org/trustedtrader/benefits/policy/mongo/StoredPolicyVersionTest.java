package org.trustedtrader.benefits.policy.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trustedtrader.benefits.Samples;
import org.trustedtrader.benefits.policy.PublishedPolicy;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.publication.DocumentKind;
import org.trustedtrader.platform.publication.DocumentVersion;
import org.trustedtrader.platform.publication.PublicationDraft;
import org.trustedtrader.platform.publication.PublicationState;
import org.trustedtrader.platform.test.GoldenDocuments;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StoredPolicyVersionTest {

    private static final String SAMPLE = "benefits.policy.published.v1";
    private static final Actor MANAGER = new Actor("user:m", Set.of("programme-manager"), Optional.empty());
    private static final Actor APPROVER = new Actor("user:a", Set.of("approver"), Optional.empty());

    private final DocumentVersion proposed = DocumentVersion.propose(
            new PublicationDraft(
                    "2027-01-01",
                    Instant.parse("2027-01-01T05:00:00Z"),
                    Samples.data(SAMPLE).get("policy").toString()),
            MANAGER,
            Instant.parse("2026-11-23T14:00:00.123Z"));

    @Test
    void announcesWhatTheSampleSays() {
        assertThat(json(published())).isEqualTo(Samples.data(SAMPLE));
    }

    @Test
    void readsBackWhatItWrote() {
        for (var version : new DocumentVersion[] {proposed, published(), withdrawn()}) {
            assertThat(MongoPolicyVersions.TYPE.state(stored(version)))
                    .isEqualTo(MongoPolicyVersions.TYPE.state(version));
        }
    }

    /** The golden documents were written by the version before record codecs. */
    @Test
    void isStoredAsInGit() {
        var at = Instant.parse("2026-11-24T09:30:00.456Z");
        var from = Instant.parse("2027-01-01T05:00:00Z");
        var file = "{\"version\":\"2027-1\"}";
        var stored = new Aggregate.Stored("2027-1", 2, Map.of());
        GoldenDocuments.matches(
                MongoPolicyVersions.TYPE,
                DocumentVersion.restore(
                        stored,
                        new DocumentVersion.Snapshot(
                                file, from, PublicationState.PUBLISHED, "user:m", "", "user:a", at)),
                "golden/policy.json");
        GoldenDocuments.matches(
                MongoPolicyVersions.TYPE,
                DocumentVersion.restore(
                        stored,
                        new DocumentVersion.Snapshot(
                                file, from, PublicationState.WITHDRAWN, "user:m", "SUPERSEDED", null, null)),
                "golden/policy-withdrawn.json");
    }

    @Test
    void aPublishedVersionInAStateNotKnownHereGrantsNothingFromItsDate() {
        var version = inState("RECONSIDERED", published());
        assertThat(version.state()).isEqualTo(PublicationState.NOT_UNDERSTOOD);
        assertThat(PublishedPolicy.isUnderstood(version)).isFalse();
        var counting = PublishedPolicy.of(version).orElseThrow();
        assertThat(counting.policy()).isNull();
        assertThat(counting.effectiveFrom()).isEqualTo(version.draft().effectiveFrom());
    }

    @Test
    void aVersionInAStateNotKnownHereThatNobodyPublishedCountsForNothing() {
        for (var state : new String[] {"RECONSIDERED", null}) {
            var version = inState(state, proposed);
            assertThat(PublishedPolicy.isUnderstood(version)).isFalse();
            assertThat(PublishedPolicy.of(version)).isEmpty();
        }
        assertThat(PublishedPolicy.isUnderstood(proposed)).isTrue();
        assertThat(PublishedPolicy.isUnderstood(stored(published()))).isTrue();
    }

    private DocumentVersion inState(@Nullable String state, DocumentVersion before) {
        var document = MongoPolicyVersions.TYPE.state(before).append("state", state);
        return MongoPolicyVersions.TYPE.restore(new Aggregate.Stored(before.id(), 1, Map.of()), document);
    }

    @Test
    void onlyAPublishedVersionTakesADate() {
        assertThat(MongoPolicyVersions.TYPE.state(published())).containsKey("rulesFrom");
        assertThat(MongoPolicyVersions.TYPE.state(proposed)).doesNotContainKey("rulesFrom");
        assertThat(MongoPolicyVersions.TYPE.state(withdrawn())).doesNotContainKey("rulesFrom");
    }

    private DocumentVersion published() {
        var version = stored(proposed);
        version.publish(
                new DocumentKind("policy", Duration.ofMinutes(5)), APPROVER, Instant.parse("2026-11-24T09:30:00.456Z"));
        return version;
    }

    private DocumentVersion withdrawn() {
        var version = stored(proposed);
        version.withdraw("SUPERSEDED", MANAGER, Instant.parse("2026-11-24T09:30:00.456Z"));
        return version;
    }

    private DocumentVersion stored(DocumentVersion before) {
        return MongoPolicyVersions.TYPE.restore(
                new Aggregate.Stored(before.id(), 1, Map.of()), MongoPolicyVersions.TYPE.state(before));
    }

    private JsonNode json(DocumentVersion announced) {
        var json = JsonMapper.builder().build();
        return json.readTree(json.writeValueAsString(MongoPolicyVersions.TYPE.payload(announced)));
    }
}
