package org.trustedtrader.gateway.border;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.PlainJWT;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.trustedtrader.gateway.route.RoutePaths;
import org.trustedtrader.gateway.support.StubIssuer;

/**
 * The short way admits exactly whom the filters admit, and shows callers and services exactly the same. Each request is made
 * three times: past the short way, then as it is when its token may be new, and again when it may be known.
 */
class ShortWayAccessIT extends TwoWays {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String HOST = "Host: 127.0.0.1:8080\r\nAccept: application/json\r\n";

    private static final RSAKey OTHER_KEY = StubIssuer.newKey("one");

    @Autowired
    RoutePaths routes;

    @TestFactory
    Stream<DynamicTest> everyMethodOfTheQuestionIsDecidedAlike() {
        return callers().entrySet().stream()
                .flatMap(caller -> METHODS.stream()
                        .map(method -> alike(
                                method,
                                QUESTION,
                                caller,
                                method.equals("GET") && caller.getKey().startsWith("good"))));
    }

    @TestFactory
    Stream<DynamicTest> everyOtherAddressIsDecidedAlike() {
        Stream<String> table =
                routes.all().stream().flatMap(route -> Stream.of(route.replace("/**", ""), route.replace("/**", "/7")));
        Stream<String> elsewhere = Stream.of(
                "/",
                "/docs",
                "/signed-out",
                "/internal/changes",
                "/actuator/health",
                "/v1/eligibility",
                "/v1/eligibility/",
                "/v1/eligibility/batch",
                "/v1/eligibility/batch/",
                "/V1/eligibility/bn15/987654324RM0001",
                QUESTION + "/",
                QUESTION + "/more",
                QUESTION.replace("/v1", "//v1"),
                QUESTION.replace("bn15", "."),
                QUESTION.replace("bn15", ".."),
                QUESTION.replace("bn15", "%2e%2e"),
                QUESTION.replace("bn15/", "/"),
                QUESTION + ";v=1",
                QUESTION + "%2f",
                QUESTION + "%00");
        return Stream.concat(table, elsewhere)
                .distinct()
                .flatMap(path -> callers().entrySet().stream().map(caller -> alike("GET", path, caller, false)));
    }

    private DynamicTest alike(String method, String path, Map.Entry<String, String> caller, boolean shortly) {
        return dynamicTest(method + " " + path + " as " + caller.getKey(), () -> {
            String headers = HOST + caller.getValue();
            Seen expected = ask(method, path, headers + UNUSUAL);
            Seen first = ask(method, path, headers);
            Seen second = ask(method, path, headers);

            assertThat(first.told()).isEqualTo(expected.told());
            assertThat(second.told()).isEqualTo(expected.told());
            assertThat(expected.shortly()).isFalse();
            assertThat(second.shortly()).isEqualTo(shortly);
        });
    }

    private static Map<String, String> callers() {
        Map<String, String> callers = new LinkedHashMap<>();
        callers.put("nobody", "");
        callers.put("good border system", bearer(border().build()));
        callers.put("good person", bearer(ISSUER.claims().build()));
        callers.put(
                "good officer",
                bearer(ISSUER.claims().claim("roles", List.of("officer")).build()));
        callers.put(
                "good program without roles",
                bearer(border().claim("roles", null).build()));
        callers.put("with a session beside", bearer(border().build()) + "Cookie: TTP_SESSION=x\r\n");
        callers.put("expired", bearer(border().expirationTime(in(-31)).build()));
        callers.put(
                "expired within the grace of clocks",
                bearer(border().expirationTime(in(-5)).build()));
        callers.put("without expiry", bearer(border().expirationTime(null).build()));
        callers.put("not valid yet", bearer(border().notBeforeTime(in(90)).build()));
        callers.put("for another audience", bearer(border().audience("account").build()));
        callers.put(
                "of another issuer",
                bearer(border().issuer("http://127.0.0.1:1/realms/trusted-trader")
                        .build()));
        callers.put("an identity token", bearer(border().claim("typ", "ID").build()));
        callers.put("a refresh token", bearer(border().claim("typ", "Refresh").build()));
        callers.put("without subject", bearer(border().subject(null).build()));
        callers.put("forged", as("Bearer " + StubIssuer.signed(OTHER_KEY, border().build())));
        callers.put("not signed", as("Bearer " + new PlainJWT(border().build()).serialize()));
        callers.put("a letter changed", bearer(border().build()).replaceFirst("\\.e", ".f"));
        callers.put("bearer written small", bearer(border().build()).replace("Bearer", "bearer"));
        callers.put("after two blanks", bearer(border().build()).replace("Bearer ", "Bearer  "));
        callers.put("with something after it", bearer(border().build()).replace("\r\n", " x\r\n"));
        callers.put("with a tab", bearer(border().build()).replace("Bearer ", "Bearer\t"));
        callers.put("twice", bearer(border().build()).repeat(2));
        callers.put("beside a bad one", bearer(border().build()) + as("Bearer x"));
        callers.put("a password", as("Basic Ym9yZGVyOmJvcmRlcg=="));
        callers.put("no token at all", as("Bearer "));
        callers.put("a made-up token", as("Bearer a.b.c"));
        return callers;
    }

    private static Date in(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }
}
