package org.trustedtrader.benefits.consent.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustedtrader.benefits.Samples;
import org.trustedtrader.benefits.consent.Consent;
import org.trustedtrader.benefits.consent.Pair;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConsentMappingTest {

    private static final Actor OWNER = new Actor("user:o", Set.of("account-owner"), Optional.of("123456782"));

    private final ConsentMapping mapping = new ConsentMapping();
    private final Consent consent =
            Consent.give(new Pair("123456782", "987654324"), OWNER, Instant.parse("2026-11-23T14:00:00.123Z"));

    @Test
    void announcesWhatTheSamplesSay() {
        assertThat(json(consent)).isEqualTo(Samples.data("benefits.consent.given.v1"));
        var stored = stored(consent);
        stored.withdraw("CONTRACT_ENDED", OWNER, Instant.parse("2026-11-24T09:30:00.456Z"));
        assertThat(json(stored)).isEqualTo(Samples.data("benefits.consent.withdrawn.v1"));
    }

    @Test
    void readsBackWhatItWrote() {
        assertThat(mapping.state(stored(consent))).isEqualTo(mapping.state(consent));
    }

    @Test
    void aStateOfALaterProgramShowsNothing() {
        var state = mapping.state(consent).append("state", "LIMITED");
        var restored = mapping.restore(new Aggregate.Stored(consent.id(), 3, Map.of()), state);
        assertThat(restored.fact().given()).isFalse();
    }

    private Consent stored(Consent before) {
        return mapping.restore(new Aggregate.Stored(before.id(), 1, Map.of()), mapping.state(before));
    }

    private JsonNode json(Consent announced) {
        var json = JsonMapper.builder().build();
        return json.readTree(json.writeValueAsString(mapping.announcement(announced)));
    }
}
