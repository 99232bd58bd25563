package org.trustedtrader.gateway.border;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.trustedtrader.gateway.GatewayApplication;
import org.trustedtrader.gateway.support.StubService;
import org.trustedtrader.gateway.support.Surroundings;
import org.trustedtrader.gateway.support.Wire;

/** What ends a question's way: rates, a service that is away, the gateway's own end. */
class ShortWayEndsIT {

    private static final String TOKEN = TwoWays.bearer(TwoWays.border().build());

    @Test
    void eachQuestionIsCountedOnceOnWhicheverWay() {
        try (ConfigurableApplicationContext gateway = started(
                        StubService.running("lane").url(),
                        "--ttp.rates.border.per-second=1",
                        "--ttp.rates.border.burst=40");
                Wire wire = to(gateway)) {
            List<Wire.Answer> answers = new ArrayList<>();
            long start = System.nanoTime();
            for (int i = 0; i < 60; i++) {
                answers.add(ask(wire, TwoWays.QUESTION));
            }
            long refilled = (System.nanoTime() - start) / 1_000_000_000 + 1;

            assertThat(answers.stream().filter(it -> it.status() == 200).count())
                    .isBetween(40L, 40 + refilled);
            assertThat(answers.stream().filter(it -> it.status() != 200))
                    .isNotEmpty()
                    .allMatch(it -> it.status() == 429 && it.body().contains("urn:ttp:problem:too-many-requests"));
            assertThat(gateway.getBean(ShortWay.class).taken()).isGreaterThan(30);
        }
    }

    @Test
    void aServiceThatIsAwayIs503OnBothWays() {
        try (ConfigurableApplicationContext gateway = started(URI.create("http://127.0.0.1:1"));
                Wire wire = to(gateway)) {
            Wire.Answer usual = ask(wire, TwoWays.QUESTION);
            Wire.Answer shortly = ask(wire, TwoWays.QUESTION);

            assertThat(gateway.getBean(ShortWay.class).taken()).isEqualTo(1);
            assertThat(shortly.status()).isEqualTo(503);
            assertThat(shortly.headers()).containsEntry("retry-after", "5");
            assertThat(untraced(shortly)).isEqualTo(untraced(usual));
        }
    }

    @Test
    void aQuestionThatWasAskedIsAnsweredBeforeTheGatewayEnds() throws Exception {
        StubService lane = StubService.running("lane");
        ConfigurableApplicationContext gateway = started(lane.url());
        try (Wire wire = to(gateway)) {
            assertThat(ask(wire, TwoWays.QUESTION).status()).isEqualTo(200);
            lane.forget();
            wire.send(request("/v1/eligibility/bn15/late"));
            lane.awaitOne();
            CompletableFuture<Void> end = CompletableFuture.runAsync(gateway::close);

            assertThat(wire.answer(false).status()).isEqualTo(200);
            assertThat(wire.answer(false).status()).isZero();
            end.get();
        } finally {
            gateway.close();
        }
    }

    private static String untraced(Wire.Answer answer) {
        return answer.body().replaceAll("[0-9a-f]{32}", "");
    }

    private static Wire.Answer ask(Wire wire, String target) {
        return wire.send(request(target)).answer(false);
    }

    private static String request(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: border\r\n" + TOKEN + "\r\n";
    }

    private static Wire to(ConfigurableApplicationContext gateway) {
        return new Wire(gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    private static ConfigurableApplicationContext started(URI lane, String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.add("--server.port=0");
        all.add("--management.server.port=0");
        all.add("--spring.profiles.active=demo");
        all.add("--ttp.security.issuer=" + Surroundings.ISSUER.realm());
        all.add("--ttp.gateway.border-url=" + lane);
        return new SpringApplication(GatewayApplication.class).run(all.toArray(String[]::new));
    }
}
