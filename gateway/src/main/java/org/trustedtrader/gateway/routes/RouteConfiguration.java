package org.trustedtrader.gateway.routes;

import java.time.Duration;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.gateway.config.GatewayProperties;
import reactor.core.publisher.Mono;

/** Makes a route for each line of the table. Nothing is ever sent twice. */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

    /** A service makes its document when it is first asked for it. */
    private static final Duration DOCUMENT_WITHIN = Duration.ofSeconds(30);

    @Bean
    RouteLocator toServices(
            RouteLocatorBuilder builder, RoutePaths paths, ServiceProperties services, OpenApiDocument document) {
        RouteLocatorBuilder.Builder routes = builder.routes();
        for (String service : paths.services()) {
            String url = services.url(service).toString();
            for (GatewayProperties.Larger slow : paths.slow(service)) {
                routes.route(
                        service + "-" + slow.paths().getFirst(),
                        it -> it.path(slow.paths().toArray(String[]::new))
                                .metadata(CircuitBreakerFilter.SERVICE, service)
                                .metadata(ResponseTimeoutFilter.WITHIN, slow.answerWithin())
                                .uri(url));
            }
            routes.route(
                    service,
                    it -> it.path(paths.of(service).toArray(String[]::new))
                            .metadata(CircuitBreakerFilter.SERVICE, service)
                            .uri(url));
            routes.route(
                    service + "-docs",
                    it -> it.path(RoutePaths.document(service))
                            .filters(filters -> filters.setPath("/v3/api-docs")
                                    .modifyResponseBody(
                                            String.class,
                                            String.class,
                                            (exchange, body) -> Mono.justOrEmpty(document.seenFromOutside(body))))
                            .metadata(CircuitBreakerFilter.SERVICE, service)
                            .metadata(ResponseTimeoutFilter.WITHIN, DOCUMENT_WITHIN)
                            .uri(url));
        }
        return routes.build();
    }
}
