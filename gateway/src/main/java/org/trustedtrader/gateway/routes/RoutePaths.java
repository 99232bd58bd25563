package org.trustedtrader.gateway.routes;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.trustedtrader.gateway.config.GatewayProperties;

/** The addresses that lead to services: the one table from which both the routes and the access rules are made. */
@Component
public final class RoutePaths {

    private final GatewayProperties settings;

    RoutePaths(GatewayProperties settings) {
        this.settings = settings;
    }

    /** The addresses of one service; each stands for everything beneath it too. */
    List<String> of(String service) {
        Stream<String> nouns = settings.routes().get(service).stream().map(path -> path + "/**");
        return Stream.concat(nouns, Stream.of("/v1/operations/" + service + "/**"))
                .toList();
    }

    /** What one service may answer later than others. */
    List<GatewayProperties.Larger> slow(String service) {
        return settings.larger().stream()
                .filter(it -> it.answerWithin() != null)
                .filter(it -> settings.routes().get(service).stream()
                        .anyMatch(noun -> it.paths().getFirst().startsWith(noun + "/")))
                .toList();
    }

    /** Where a service's OpenAPI document is found. */
    static String document(String service) {
        return "/docs/" + service;
    }

    List<String> services() {
        return settings.routes().keySet().stream().sorted().toList();
    }

    public List<String> all() {
        return services().stream()
                .flatMap(service -> Stream.concat(of(service).stream(), Stream.of(document(service))))
                .toList();
    }

    public String[] array() {
        return all().toArray(String[]::new);
    }
}
