package org.trustedtrader.gateway.routes;

import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;

import java.util.Objects;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.gateway.config.GatewayProperties;
import reactor.core.publisher.Mono;

/** Makes a route for each line of the table. Nothing is ever sent twice. */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {

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
                                .metadata(RESPONSE_TIMEOUT_ATTR, within(slow))
                                .uri(url));
            }
            routes.route(
                    service,
                    it -> it.path(paths.of(service).toArray(String[]::new)).uri(url));
            routes.route(
                    service + "-docs",
                    it -> it.path(RoutePaths.document(service))
                            .filters(filters -> filters.setPath("/v3/api-docs")
                                    .modifyResponseBody(
                                            String.class,
                                            String.class,
                                            (exchange, body) -> Mono.justOrEmpty(document.seenFromOutside(body))))
                            .uri(url));
        }
        return routes.build();
    }

    /** In milliseconds, as a route wants it. */
    private static long within(GatewayProperties.Larger slow) {
        return Objects.requireNonNull(slow.answerWithin()).toMillis();
    }
}
