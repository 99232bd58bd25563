package org.trustedtrader.gateway.signin;

import java.net.URI;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.web.server.DefaultServerRedirectStrategy;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.trustedtrader.gateway.config.GatewayProperties;
import org.trustedtrader.gateway.config.IdentityProperties;
import org.trustedtrader.gateway.problems.GatewayProblems;
import org.trustedtrader.gateway.problems.ProblemWriter;
import reactor.core.publisher.Mono;

/** Sends a person who opens one of our pages to the sign-in; every other request gets a 401, never a redirect. */
@Component
final class SignInEntryPoint implements ServerAuthenticationEntryPoint {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final GatewayProperties gateway;
    private final ProblemWriter problems;
    private final ServerOAuth2AuthorizationRequestResolver resolver;
    private final AuthorizationRequestCookies requests;
    private final DefaultServerRedirectStrategy redirect = new DefaultServerRedirectStrategy();

    SignInEntryPoint(
            GatewayProperties gateway,
            ProblemWriter problems,
            ServerOAuth2AuthorizationRequestResolver resolver,
            AuthorizationRequestCookies requests) {
        this.gateway = gateway;
        this.problems = problems;
        this.resolver = resolver;
        this.requests = requests;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException reason) {
        ServerHttpRequest request = exchange.getRequest();
        if (!page(request)) {
            return problems.write(exchange, GatewayProblems.notSignedIn());
        }
        if (otherNameOfThisMachine(request)) {
            URI known = URI.create(gateway.at(request.getURI().getRawPath()));
            return redirect.sendRedirect(exchange, known);
        }
        return beginSignIn(exchange);
    }

    private Mono<Void> beginSignIn(ServerWebExchange exchange) {
        URI asked = exchange.getRequest().getURI();
        String page = asked.getRawQuery() == null ? asked.getRawPath() : asked.getRawPath() + "?" + asked.getRawQuery();
        return resolver.resolve(exchange, IdentityProperties.REGISTRATION)
                .map(request -> OAuth2AuthorizationRequest.from(request)
                        .attributes(all -> all.put(AuthorizationRequestCookies.PAGE, page))
                        .build())
                .flatMap(request -> requests.saveAuthorizationRequest(request, exchange)
                        .then(redirect.sendRedirect(exchange, URI.create(request.getAuthorizationRequestUri()))));
    }

    private static boolean page(ServerHttpRequest request) {
        String path = request.getPath().value();
        return HttpMethod.GET.equals(request.getMethod())
                && (path.equals("/") || path.equals("/docs") || path.equals("/docs/"))
                && request.getHeaders().getAccept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }

    /** Keycloak returns to one address only, and a cookie set for "localhost" would not be sent to "127.0.0.1". */
    private boolean otherNameOfThisMachine(ServerHttpRequest request) {
        String host = request.getURI().getHost();
        String asked = request.getHeaders().getFirst(HttpHeaders.HOST);
        return LOOPBACK.contains(host)
                && LOOPBACK.contains(gateway.url().getHost())
                && !gateway.url().getAuthority().equals(asked);
    }
}
