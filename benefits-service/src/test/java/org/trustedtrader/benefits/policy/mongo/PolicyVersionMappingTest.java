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
import org.trustedtrader.benefits.policy.PolicyDraft;
import org.trustedtrader.benefits.policy.PolicyState;
import org.trustedtrader.benefits.policy.PolicyVersion;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PolicyVersionMappingTest {

    private static final String SAMPLE = "benefits.policy.published.v1";
    private static final Actor MANAGER = new Actor("user:m", Set.of("programme-manager"), Optional.empty());
    private static final Actor APPROVER = new Actor("user:a", Set.of("approver"), Optional.empty());

    private final PolicyVersionMapping mapping = new PolicyVersionMapping();
    private final PolicyVersion proposed = PolicyVersion.propose(
            new PolicyDraft(
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
        for (var version : new PolicyVersion[] {proposed, published(), withdrawn()}) {
            assertThat(mapping.state(stored(version))).isEqualTo(mapping.state(version));
        }
    }

    @Test
    void aPublishedVersionInAStateNotKnownHereGrantsNothingFromItsDate() {
        var version = inState("RECONSIDERED", published());
        assertThat(version.state()).isEqualTo(PolicyState.NOT_UNDERSTOOD);
        assertThat(version.isUnderstood()).isFalse();
        var counting = version.published().orElseThrow();
        assertThat(counting.policy()).isNull();
        assertThat(counting.effectiveFrom()).isEqualTo(version.draft().effectiveFrom());
    }

    @Test
    void aVersionInAStateNotKnownHereThatNobodyPublishedCountsForNothing() {
        for (var state : new String[] {"RECONSIDERED", null}) {
            var version = inState(state, proposed);
            assertThat(version.isUnderstood()).isFalse();
            assertThat(version.published()).isEmpty();
        }
        assertThat(proposed.isUnderstood()).isTrue();
        assertThat(stored(published()).isUnderstood()).isTrue();
    }

    private PolicyVersion inState(@Nullable String state, PolicyVersion before) {
        var document = mapping.state(before).append("state", state);
        return mapping.restore(new Aggregate.Stored(before.id(), 1, Map.of()), document);
    }

    @Test
    void onlyAPublishedVersionTakesADate() {
        assertThat(mapping.state(published())).containsKey("rulesFrom");
        assertThat(mapping.state(proposed)).doesNotContainKey("rulesFrom");
        assertThat(mapping.state(withdrawn())).doesNotContainKey("rulesFrom");
    }

    private PolicyVersion published() {
        var version = stored(proposed);
        version.publish(Duration.ofMinutes(5), APPROVER, Instant.parse("2026-11-24T09:30:00.456Z"));
        return version;
    }

    private PolicyVersion withdrawn() {
        var version = stored(proposed);
        version.withdraw("SUPERSEDED", MANAGER, Instant.parse("2026-11-24T09:30:00.456Z"));
        return version;
    }

    private PolicyVersion stored(PolicyVersion before) {
        return mapping.restore(new Aggregate.Stored(before.id(), 1, Map.of()), mapping.state(before));
    }

    private JsonNode json(PolicyVersion announced) {
        var json = JsonMapper.builder().build();
        return json.readTree(json.writeValueAsString(mapping.announcement(announced)));
    }
}
