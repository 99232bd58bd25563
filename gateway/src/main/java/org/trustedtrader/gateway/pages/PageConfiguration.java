package org.trustedtrader.gateway.pages;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.trustedtrader.gateway.pages.HtmlTemplate.Html;
import org.trustedtrader.gateway.signin.SignInConfigurer;
import reactor.core.publisher.Mono;

/** The pages that the gateway serves itself. No page holds a script; what scripts there are come as files. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    @Bean
    RouterFunction<ServerResponse> gatewayPages(
            HomePage first, ServiceCatalogue services, @Value("${ttp.gateway.swagger-ui}") String swaggerUi) {
        Html docs = HtmlTemplate.file("docs.html").with(Map.of());
        return RouterFunctions.route()
                .GET("/", first::show)
                .GET(SignInConfigurer.SIGNED_OUT, PageConfiguration::signedOut)
                .GET(
                        "/docs",
                        request -> ServerResponse.permanentRedirect(URI.create("/docs/"))
                                .build())
                .GET("/docs/", request -> html(docs))
                .GET("/docs/config.json", request -> ServerResponse.ok().bodyValue(config(services)))
                .resources(
                        "/docs/ui/**",
                        new ClassPathResource("META-INF/resources/webjars/swagger-ui/" + swaggerUi + "/"))
                .resources("/assets/**", new ClassPathResource("assets/"))
                .build();
    }

    static Mono<ServerResponse> html(Html page) {
        return ServerResponse.ok().contentType(HTML).bodyValue(page.text());
    }

    private static Mono<ServerResponse> signedOut(ServerRequest request) {
        boolean failed = request.queryParam("failed").isPresent();
        return html(HtmlTemplate.file("signed-out.html")
                .with(Map.of(
                        "headline",
                        failed ? "The sign-in did not succeed" : "You have signed out",
                        "text",
                        failed
                                ? "Keycloak refused it, or did not answer, or it took too long. Nothing was changed."
                                : "Your session here and your session at Keycloak have ended.")));
    }

    private static Map<String, Object> config(ServiceCatalogue services) {
        List<Map<String, String>> urls = services.all().stream()
                .map(it -> Map.of("name", it.name(), "url", it.document()))
                .toList();
        return Map.of("urls", urls);
    }
}
