package org.trustedtrader.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.assessment.Steps.OWNER;

import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.ServiceIT;
import tools.jackson.databind.JsonNode;

/** The catalogue is read version by version and criterion by criterion. */
@ServiceIT
class CriteriaIT {

    private final Steps steps;

    CriteriaIT(Http http) {
        this.steps = new Steps(http);
    }

    @Test
    void theVersionsComeOldestFirstAndOneIsInEffect() {
        JsonNode versions = steps.read("/v1/criteria/versions", OWNER).json().path("items");
        assertThat(versions.valueStream().map(one -> one.path("version").asString()))
                .startsWith("2026.1", "2026.2", "2026.3");
        assertThat(versions.valueStream().map(one -> one.path("effectiveFrom").asString()))
                .isSorted();
        JsonNode current = versions.valueStream()
                .filter(one -> one.path("current").asBoolean())
                .reduce((one, other) -> {
                    throw new AssertionError(one + " and " + other + " are in effect");
                })
                .orElseThrow();
        JsonNode inEffect = steps.read("/v1/criteria", OWNER).json();
        assertThat(current.path("version")).isEqualTo(inEffect.path("version"));
        assertThat(current.path("criteria").asInt())
                .isEqualTo(inEffect.path("items").size());
        assertThat(steps.read("/v1/criteria/versions?current=true", OWNER).status())
                .as("it takes no parameter")
                .isEqualTo(400);
    }

    @Test
    void aCriterionIsReadAsAVersionHasItInBothLanguages() {
        JsonNode first = criterion("HFC5Y?version=2026.1").json();
        assertThat(first.path("id").asString()).isEqualTo("HFC5Y");
        assertThat(first.path("answeredAt").asString()).isEqualTo("COMPANY");
        assertThat(first.path("text").asString()).startsWith("Private vehicles park apart");
        JsonNode third = criterion("HFC5Y?version=2026.3&language=fr").json();
        assertThat(third.path("answeredAt").asString()).isEqualTo("SITE");
        assertThat(third.path("text").asString()).startsWith("Les véhicules privés");
        assertThat(criterion("HFC5Y").json().path("revision")).isEqualTo(third.path("revision"));
    }

    @Test
    void aCriterionOrAVersionThatIsNotThereIsNotFound() {
        for (String absent : new String[] {"XXXXX", "KV7PN?version=2026.1", "HFC5Y?version=1999.1"}) {
            Answer refused = criterion(absent);
            assertThat(refused.status()).as(absent).isEqualTo(404);
        }
        assertThat(criterion("KV7PN?version=2026.2").status())
                .as("there since 2026.2")
                .isEqualTo(200);
    }

    private Answer criterion(String which) {
        return steps.read("/v1/criteria/" + which, OWNER);
    }
}
