package org.trustedtrader.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.trustedtrader.acceptance.client.Api;
import org.trustedtrader.acceptance.journey.Walk;
import tools.jackson.databind.JsonNode;

/**
 * Compares what was accepted with what is there: each accepted command is exactly one entry in the history of its
 * aggregate, and each consequence in another service is there exactly once.
 */
final class Books {

    private static final List<String> WITH_HISTORY =
            List.of("companies", "applications", "assessments", "visits", "memberships");

    /** Without an endpoint for their history. */
    private static final List<String> WITH_VERSION = List.of("driver-cards", "policies");

    private final CommandLedger ledger;
    private final Api auditor;

    Books(CommandLedger ledger, Api auditor) {
        this.ledger = ledger;
        this.auditor = auditor;
    }

    void balance(List<String> companies) {
        for (var noun : WITH_HISTORY) {
            ledger.of(noun).forEach(this::everyCommandIsThereOnce);
        }
        for (var noun : WITH_VERSION) {
            ledger.of(noun)
                    .forEach((record, count) -> assertThat(
                                    auditor.get(record).expect(200).version())
                            .as(record)
                            .isEqualTo((long) count));
        }
        companies.forEach(this::everyConsequenceIsThereOnce);
    }

    Map<String, String> endState(Walk walk) {
        var id = walk.application();
        return Map.of(
                "application", parts("/v1/applications/" + id, "state", "findings"),
                "assessment", parts("/v1/assessments/" + id, "state", "progress", "riskRating", "openMustActions"),
                "visit", parts("/v1/visits/initial-" + id, "state", "outcome", "overallRisk", "findings"),
                "membership", parts("/v1/memberships/" + id, "state", "tier", "benefits", "linesOfBusiness"),
                "entitlements", parts("/v1/entitlements/" + walk.businessNumber(), "entitlements"));
    }

    private String parts(String address, String... fields) {
        var record = auditor.get(address).expect(200);
        return Arrays.stream(fields)
                .map(field -> field + "=" + record.at(field))
                .collect(Collectors.joining(" "));
    }

    private void everyCommandIsThereOnce(String aggregate, int accepted) {
        var history = auditor.get(aggregate + "/history").expect(200).items("items");

        assertThat(history.stream().map(entry -> entry.path("version").asLong()))
                .as("versions of " + aggregate)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, history.size()).boxed().toList());
        assertThat(history.stream().filter(Books::byACaller).toList())
                .as("commands in the history of " + aggregate)
                .hasSize(accepted);
    }

    private void everyConsequenceIsThereOnce(String company) {
        var applications = list("applications", company);
        var submitted = applications.stream()
                .filter(a -> !a.path("submittedAt").asString("").isEmpty())
                .count();
        var signed = applications.stream()
                .filter(a -> !a.path("termsSignedAt").asString("").isEmpty())
                .count();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(list("assessments", company))
                    .as("assessments of " + company)
                    .hasSize((int) submitted);
            assertThat(list("visits", company)).as("visits to " + company).hasSize((int) submitted);
            assertThat(list("memberships", company))
                    .as("memberships of " + company)
                    .hasSize((int) signed);
            assertThat(entitledMemberships(company))
                    .as("entitled memberships of " + company)
                    .isEqualTo(1);
        });
    }

    private long entitledMemberships(String company) {
        return auditor.get("/v1/entitlements/" + company).expect(200).items("memberships").stream()
                .filter(m -> m.path("state").asString().equals("ACTIVE"))
                .count();
    }

    private List<JsonNode> list(String noun, String company) {
        return auditor.get("/v1/" + noun + "?limit=200&company=" + company)
                .expect(200)
                .items("items");
    }

    private static boolean byACaller(JsonNode entry) {
        return !entry.path("actor").asString("").startsWith("service:");
    }
}
