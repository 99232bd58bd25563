package org.trustedtrader.benefits.driver.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustedtrader.benefits.Samples;
import org.trustedtrader.benefits.driver.CardTerms;
import org.trustedtrader.benefits.driver.DriverCard;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DriverCardMappingTest {

    private static final Actor MANAGER = new Actor("user:m", Set.of("programme-manager"), Optional.empty());

    private final DriverCardMapping mapping = new DriverCardMapping();
    private final DriverCard card = DriverCard.register(
            new CardTerms(
                    "FAST00012345",
                    CardTerms.Programme.FAST,
                    LocalDate.parse("2026-01-01"),
                    LocalDate.parse("2030-12-31")),
            MANAGER,
            Instant.parse("2026-11-23T14:00:00.123Z"));

    @Test
    void announcesWhatTheSamplesSay() {
        assertThat(json(card)).isEqualTo(Samples.data("benefits.driver-card.registered.v1"));
        var stored = stored(card);
        stored.revoke("LOST", MANAGER, Instant.parse("2026-11-24T09:30:00.456Z"));
        assertThat(json(stored)).isEqualTo(Samples.data("benefits.driver-card.revoked.v1"));
    }

    @Test
    void readsBackWhatItWrote() {
        assertThat(mapping.state(stored(card))).isEqualTo(mapping.state(card));
    }

    private DriverCard stored(DriverCard before) {
        return mapping.restore(new Aggregate.Stored(before.id(), 1, Map.of()), mapping.state(before));
    }

    private JsonNode json(DriverCard announced) {
        var json = JsonMapper.builder().build();
        return json.readTree(json.writeValueAsString(mapping.announcement(announced)));
    }
}
