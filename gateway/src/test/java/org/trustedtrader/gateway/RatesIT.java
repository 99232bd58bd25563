package org.trustedtrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.server.session.InMemoryWebSessionStore;
import org.trustedtrader.gateway.support.HttpCaller;
import org.trustedtrader.gateway.support.HttpCaller.Answer;

@TestPropertySource(
        properties = {
            "ttp.rates.callers.per-second=1",
            "ttp.rates.callers.burst=3",
            "ttp.rates.border.burst=40",
            "ttp.rates.strangers.per-second=1",
            "ttp.rates.strangers.burst=30",
            "ttp.rates.sign-outs.per-second=1",
            "ttp.rates.sign-outs.burst=5"
        })
class RatesIT extends RunningGateway {

    @Autowired
    private InMemoryWebSessionStore sessions;

    @Test
    void aCallerWhoAsksTooOftenIsToldWhenToComeBack() {
        HttpCaller caller = caller();
        String[] busy = bearerOf(ISSUER.token(it -> it.subject("busy")));
        List<Answer> answers = Stream.generate(() -> caller.get("/v1/companies", busy))
                .limit(30)
                .toList();

        assertThat(answers.subList(0, 3)).allMatch(it -> it.status() == 200);
        Answer refused =
                answers.stream().filter(it -> it.status() != 200).findFirst().orElseThrow();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 2);
    }

    @Test
    void oneCallersLimitIsNotAnothers() {
        HttpCaller caller = caller();
        String[] busy = bearerOf(ISSUER.token(it -> it.subject("busy-too")));
        Stream.generate(() -> caller.get("/v1/companies", busy)).limit(8).toList();

        assertThat(caller.get("/v1/companies", bearerOf(ISSUER.token(it -> it.subject("calm"))))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aBorderSystemMayAskMoreOften() {
        HttpCaller caller = caller();
        String[] border = bearerOf(ISSUER.token(
                it -> it.claim("sid", null).claim("azp", "border-windsor").claim("roles", List.of("border-system"))));

        assertThat(Stream.generate(() -> caller.get("/v1/eligibility", border)).limit(20))
                .allMatch(answer -> answer.status() == 200);
    }

    @Test
    void whoeverKeepsSendingBadTokensIsSlowedDown() {
        HttpCaller caller = caller();
        List<Answer> answers = Stream.generate(() -> caller.get("/v1/companies", bearerOf("x")))
                .limit(60)
                .toList();

        assertThat(answers).allMatch(it -> it.status() == 401 || it.status() == 429);
        assertThat(answers)
                .filteredOn(it -> it.status() == 429)
                .isNotEmpty()
                .allMatch(it -> it.problem().equals("too-many-requests"));
    }

    /** Keycloak calls from an address from which strangers may call too, or that a balancer gives to all. */
    @Test
    void strangersDoNotKeepSignOutsOutAndAFloodOfSignOutsIsRefused() {
        HttpCaller caller = caller();
        assertThat(Stream.generate(() -> caller.get("/", "Accept", "text/html").status())
                        .limit(100))
                .contains(429);

        List<Integer> reports = Stream.generate(() -> caller.form(
                                "/logout/back-channel",
                                "logout_token=" + ISSUER.logoutToken(it -> it.claim("sid", "nobody")))
                        .status())
                .limit(30)
                .toList();

        assertThat(reports.subList(0, 5)).containsOnly(200);
        assertThat(reports).contains(429);
    }

    /** As many as one likes: a made-up cookie is no sign-in. */
    @Test
    void whoeverMakesUpASessionIsSlowedDownLikeEverybodyWithoutOne() {
        HttpCaller caller = caller();
        List<Answer> answers = Stream.iterate(0, i -> i + 1)
                .map(i -> caller.get("/", "Accept", "text/html", "Cookie", "TTP_SESSION=x" + i))
                .limit(60)
                .toList();

        assertThat(answers).allMatch(it -> it.status() == 302 || it.status() == 429);
        assertThat(answers).filteredOn(it -> it.status() == 429).isNotEmpty().allSatisfy(it -> {
            assertThat(it.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
            assertThat(it.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(it.header("Cache-Control")).contains("no-store");
        });
        assertThat(answers).allMatch(it -> !it.header("Set-Cookie").contains("TTP_SESSION=x"));
        assertThat(sessions.getSessions()).isEmpty();
    }
}
