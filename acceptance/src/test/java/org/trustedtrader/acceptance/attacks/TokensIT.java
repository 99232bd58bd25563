package org.trustedtrader.acceptance.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trustedtrader.acceptance.RealmAdministrator;
import org.trustedtrader.acceptance.SharedPlatform;
import org.trustedtrader.acceptance.client.Callers;
import org.trustedtrader.acceptance.client.Reply;

/** Tokens that the gateway does not take, each but one detail away from a good one. */
class TokensIT {

    private static final String SOMETHING = "/v1/applications";

    private final Callers callers = SharedPlatform.platform().callers();
    private final RealmAdministrator realm = RealmAdministrator.ofThePlatform();

    @TestFactory
    Stream<DynamicTest> areRefused() throws Exception {
        var good = callers.signIns().user("carla.owner");
        assertThat(asking(good).status()).isEqualTo(200);
        var all = realm.tokens("trusted-trader", password("demo-cli", "carla.owner"));
        realm.clientLike(
                "demo-cli", "outsider", Map.of("protocolMappers", List.of(), "defaultClientScopes", List.of()));

        var odd = new LinkedHashMap<String, String>();
        odd.put("none", "");
        odd.put("nonsense", "abc.def.ghi");
        odd.put("algorithm none", InvalidTokens.unsigned(good));
        odd.put("another company written in", InvalidTokens.altered(good, "123456782", "987654324"));
        odd.put("an officer's role written in", InvalidTokens.altered(good, "account-owner", "approver"));
        odd.put("signed by somebody else", InvalidTokens.signedByAnother(good));
        odd.put("signed with a shared secret", InvalidTokens.hmac(good, "public".getBytes()));
        odd.put("an ID token", all.path("id_token").asString("missing"));
        odd.put("a refresh token", all.path("refresh_token").asString("missing"));
        odd.put("another realm's", realm.administratorsToken());
        odd.put("another audience's", access(realm.tokens("trusted-trader", password("outsider", "carla.owner"))));
        return odd.entrySet().stream()
                .map(token -> dynamicTest(token.getKey(), () -> {
                    assertThat(token.getValue()).isNotEqualTo("missing");
                    asking(token.getValue()).expectProblem(401, "not-signed-in");
                }));
    }

    @Test
    void areRefusedWhenTheyHaveExpired() {
        realm.clientLike(
                "demo-cli",
                "hasty",
                Map.of("fullScopeAllowed", true, "attributes", Map.of("access.token.lifespan", "2")));
        var shortLived = access(realm.tokens("trusted-trader", password("hasty", "carla.owner")));
        assertThat(asking(shortLived).status()).isEqualTo(200);

        await().pollInterval(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(asking(shortLived).status()).isEqualTo(401));
    }

    private Reply asking(String token) {
        return callers.bearing("somebody", token).get(SOMETHING);
    }

    private static String access(tools.jackson.databind.JsonNode answer) {
        return answer.path("access_token").asString();
    }

    private static Map<String, String> password(String client, String user) {
        return Map.of(
                "grant_type",
                "password",
                "client_id",
                client,
                "client_secret",
                "demo-only-" + client,
                "username",
                user,
                "password",
                "demo-only-" + user,
                "scope",
                "openid");
    }
}
