package org.trustedtrader.gateway.security;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.trustedtrader.gateway.config.GatewayProperties;
import org.trustedtrader.gateway.problems.GatewayProblems;
import org.trustedtrader.gateway.problems.ProblemWriter;
import org.trustedtrader.platform.problem.Problem;
import reactor.core.publisher.Mono;

/**
 * Refuses what two readers might read in two ways, before any filter chain is chosen: addresses such as {@code //},
 * {@code /a/../b}, {@code /a;b} or {@code ?a=%FF}, and a header or session cookie twice of which one counts.
 */
@Configuration(proxyBeanMethods = false)
class FirewallConfiguration {

    /** Headers with one value each. A list in several lines is no fault, so lists are not among them. */
    private static final Set<String> ONCE = Set.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.HOST,
            HttpHeaders.ORIGIN,
            HttpHeaders.RANGE,
            HttpHeaders.IF_MODIFIED_SINCE,
            HttpHeaders.CONTENT_DISPOSITION,
            "Idempotency-Key",
            "Sec-Fetch-Site",
            "X-XSRF-TOKEN");

    @Bean
    ServerWebExchangeFirewall firewall() {
        StrictServerWebExchangeFirewall strict = new StrictServerWebExchangeFirewall();
        strict.setAllowedHeaderNames(FirewallConfiguration::printable);
        strict.setAllowedHeaderValues(FirewallConfiguration::printable);
        return exchange -> {
            Problem problem = refusal(exchange.getRequest());
            return problem == null ? strict.getFirewalledExchange(exchange) : Mono.error(() -> new Rejected(problem));
        };
    }

    @Bean
    ServerExchangeRejectedHandler rejectedRequests(ProblemWriter problems) {
        return (exchange, reason) -> problems.write(
                exchange, reason instanceof Rejected it ? it.problem : GatewayProblems.malformedAddress());
    }

    private static final class Rejected extends ServerExchangeRejectedException {

        private final transient Problem problem;

        Rejected(Problem problem) {
            super(problem.type().name());
            this.problem = problem;
        }
    }

    private static @Nullable Problem refusal(ServerHttpRequest request) {
        if (!decodes(request.getURI().getRawPath()) || !decodes(request.getURI().getRawQuery())) {
            return GatewayProblems.malformedAddress();
        }
        HttpHeaders headers = request.getHeaders();
        for (String name : ONCE) {
            List<String> values = headers.get(name);
            if (values != null && values.size() > 1) {
                return name.equals(HttpHeaders.AUTHORIZATION)
                        ? GatewayProblems.twoAuthorizations()
                        : GatewayProblems.doubledHeader(name);
            }
        }
        List<?> sessions = request.getCookies().get(GatewayProperties.SESSION_COOKIE);
        return sessions != null && sessions.size() > 1
                ? GatewayProblems.doubledHeader("Cookie " + GatewayProperties.SESSION_COOKIE)
                : null;
    }

    /** Whether what is percent-encoded is UTF-8. */
    private static boolean decodes(@Nullable String raw) {
        if (raw == null || raw.indexOf('%') < 0) {
            return true;
        }
        ByteBuffer bytes = ByteBuffer.allocate(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '%') {
                bytes.put((byte) (c < 0x80 ? c : '?'));
            } else if (i + 2 < raw.length() && hex(raw.charAt(i + 1)) >= 0 && hex(raw.charAt(i + 2)) >= 0) {
                bytes.put((byte) (hex(raw.charAt(i + 1)) * 16 + hex(raw.charAt(i + 2))));
                i += 2;
            } else {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(bytes.flip());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static int hex(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    /** Of headers; a loop, since a regular expression over a token of one kilobyte takes longer than its check. */
    private static boolean printable(@Nullable String text) {
        for (int i = 0; text != null && i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7f || (c >= 0x80 && !plain(c))) {
                return false;
            }
        }
        return true;
    }

    private static boolean plain(char c) {
        return Character.isDefined(c) && !Character.isISOControl(c);
    }
}
