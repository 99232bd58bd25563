package org.trustedtrader.assessment;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.outbox.EventMessages;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.TestTokens;
import tools.jackson.databind.json.JsonMapper;

/** Says over the broker what the enrolment service would say. */
final class Enrolment {

    static final String COMPANY = "123456782";
    private static final TestTokens AUDITOR = TestTokens.user("audrey").roles("auditor");

    private final RabbitTemplate rabbit;
    private final TopicExchange exchange;
    private final Http http;

    Enrolment(RabbitTemplate rabbit, TopicExchange exchange, Http http) {
        this.rabbit = rabbit;
        this.exchange = exchange;
        this.http = http;
    }

    /** Publishes the event until the service has consumed it. @return the path of the assessment, which is open */
    String applicationOfACarrier() {
        return applicationOf("HIGHWAY_CARRIER");
    }

    String applicationOf(String line) {
        String id = UUID.randomUUID().toString();
        region(1);
        await().until(() -> {
            application(id, 2, "SUBMITTED", line);
            return http.get("/v1/assessments/" + id).by(AUDITOR).send().status() == 200;
        });
        return "/v1/assessments/" + id;
    }

    /** Of a company whose sites have been announced. */
    String applicationOfTheCarrier(String company, int sites) {
        String id = UUID.randomUUID().toString();
        await().until(() -> {
            application(id, 2, "SUBMITTED", "HIGHWAY_CARRIER", company);
            var opened =
                    http.get("/v1/assessments/" + id + "/profile").by(AUDITOR).send();
            return opened.status() == 200
                    && opened.json()
                                    .path("scopes")
                                    .valueStream()
                                    .filter(scope ->
                                            scope.path("answeredAt").asString().equals("SITE"))
                                    .count()
                            == sites;
        });
        return "/v1/assessments/" + id;
    }

    /** @param sites ids with functions, such as {@code S1 YARD} */
    void company(String company, long version, String... sites) {
        var announced = Arrays.stream(sites)
                .map(site -> Map.of(
                        "id",
                        site.split(" ")[0],
                        "name",
                        "Site " + site.split(" ")[0],
                        "functions",
                        List.of(site.split(" ")[1]),
                        "address",
                        Map.of("region", "ON", "country", "CA")))
                .toList();
        tell(
                "company",
                company,
                version,
                "amended",
                Map.of("businessNumber", company, "region", "CA-ON", "sites", announced));
    }

    void application(String id, long version, String state) {
        application(id, version, state, "HIGHWAY_CARRIER");
    }

    private void application(String id, long version, String state, String line) {
        application(id, version, state, line, COMPANY);
    }

    private void application(String id, long version, String state, String line, String company) {
        var data = Map.of("applicationId", id, "company", company, "linesOfBusiness", List.of(line), "state", state);
        tell("application", id, version, state.toLowerCase().replace('_', '-'), data);
    }

    /** @param revalidationOpenedAt null while no revalidation is open */
    void membership(String id, long version, @Nullable Instant revalidationOpenedAt) {
        membership(id, version, "ACTIVE", revalidationOpenedAt);
    }

    void membership(String id, long version, String state, @Nullable Instant revalidationOpenedAt) {
        var data = new HashMap<String, Object>(Map.of("membershipId", id, "company", COMPANY, "state", state));
        data.put("revalidationOpenedAt", revalidationOpenedAt);
        tell("membership", id, version, revalidationOpenedAt == null ? "reinstated" : "revalidation-opened", data);
    }

    /** The company is one of Ontario, about which nothing else is said. */
    void region(long version) {
        tell("company", COMPANY, version, "registered", Map.of("businessNumber", COMPANY, "region", "CA-ON"));
    }

    /** The officer may open the company's file for a day. */
    void regionAccess(String officer) {
        String id = UUID.randomUUID().toString();
        Instant until = Instant.now().plus(Duration.ofDays(1));
        var data = Map.of("accessId", id, "officer", officer, "company", COMPANY, "until", until.toString());
        tell("region-access", id, 1, "opened", data);
    }

    void companyWithASite(String siteId) {
        var site = Map.of("id", siteId, "name", "Windsor yard", "address", Map.of("region", "ON", "country", "CA"));
        tell(
                "company",
                COMPANY,
                2,
                "amended",
                Map.of("businessNumber", COMPANY, "region", "CA-ON", "sites", List.of(site)));
    }

    private void tell(String aggregate, String id, long version, String change, Map<String, ?> data) {
        var event = new Event(
                "enrolment/" + aggregate + "/" + id + "/" + version,
                "enrolment." + aggregate + "." + change + ".v1",
                "enrolment",
                aggregate + "/" + id,
                Instant.now(),
                version,
                "user:carla",
                "",
                JsonMapper.builder().build().writeValueAsString(data));
        rabbit.send(exchange.getName(), event.type(), EventMessages.write(event));
    }
}
