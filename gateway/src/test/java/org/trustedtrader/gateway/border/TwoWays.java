package org.trustedtrader.gateway.border;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.trustedtrader.gateway.RunningGateway;
import org.trustedtrader.gateway.support.StubIssuer;
import org.trustedtrader.gateway.support.StubService;
import org.trustedtrader.gateway.support.Surroundings;
import org.trustedtrader.gateway.support.Wire;

/** A gateway with a lean port behind it, asked on the short way and past it. */
abstract class TwoWays extends RunningGateway {

    static final StubService LANE = StubService.running("lane");
    static final String QUESTION = "/v1/eligibility/bn15/987654324RM0001";

    /** It ends at the gateway, and nobody knows what it means: so the filters are asked. */
    static final String UNUSUAL = "X-Never-Heard-Of: 1\r\n";

    @Autowired
    ShortWay way;

    @DynamicPropertySource
    static void lane(DynamicPropertyRegistry registry) {
        registry.add("ttp.gateway.border-url", LANE::url);
    }

    /**
     * What came of a request.
     *
     * @param answer   without what differs from one time to the next
     * @param received what services got to see
     * @param shortly  whether it took the short way
     */
    record Seen(String answer, String received, boolean shortly) {

        String told() {
            return answer + "\n" + received;
        }
    }

    Seen ask(String method, String target, String headers) {
        Stream.concat(Surroundings.SERVICES.values().stream(), Stream.of(LANE)).forEach(StubService::forget);
        long before = way.taken();
        try (Wire wire = new Wire(port)) {
            Wire.Answer answer = wire.send(method + " " + target + " HTTP/1.1\r\n" + headers + "\r\n")
                    .answer(method.equals("HEAD"));
            return new Seen(comparable(answer), received(), way.taken() > before);
        }
    }

    static JWTClaimsSet.Builder border() {
        return ISSUER.claims()
                .subject("service-account-border-windsor")
                .claim("sid", null)
                .claim("azp", "border-windsor")
                .claim("roles", List.of("border-system"));
    }

    static String bearer(JWTClaimsSet claims) {
        return as("Bearer " + StubIssuer.signed(ISSUER.key(), claims));
    }

    static String as(String authorization) {
        return "Authorization: " + authorization + "\r\n";
    }

    private static String comparable(Wire.Answer answer) {
        Map<String, String> headers = new TreeMap<>(answer.headers());
        headers.keySet().removeAll(Set.of("date", "trace-id", "content-length", "transfer-encoding"));
        String body = answer.body().replaceAll("\"traceId\":\"[0-9a-f]{32}\"", "");
        return answer.status() + " " + headers.toString().replaceAll("XSRF-TOKEN=[0-9a-f-]{36}", "") + " " + body;
    }

    private static String received() {
        return Stream.concat(Surroundings.SERVICES.entrySet().stream(), Map.of("lane", LANE).entrySet().stream())
                .filter(service -> !service.getValue().receivedNothing())
                .map(service -> service.getKey() + " received "
                        + written(service.getValue().last()))
                .collect(Collectors.joining("; "));
    }

    private static String written(StubService.Received request) {
        Map<String, Object> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        boolean traced = headers.remove("traceparent") != null;
        return request.method() + " " + request.path() + " " + headers + (traced ? " with a trace" : "");
    }
}
