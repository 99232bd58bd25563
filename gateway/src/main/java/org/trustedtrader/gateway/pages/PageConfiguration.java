package org.trustedtrader.gateway.pages;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.trustedtrader.gateway.pages.HtmlTemplate.Html;
import org.trustedtrader.gateway.signin.SignInConfigurer;
import org.trustedtrader.platform.message.Languages;
import org.trustedtrader.platform.message.Message;
import reactor.core.publisher.Mono;

/** The pages that the gateway serves itself. No page holds a script; what scripts there are come as files. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    @Bean
    RouterFunction<ServerResponse> gatewayPages(
            HomePage first, ServiceCatalogue services, @Value("${ttp.gateway.swagger-ui}") String swaggerUi) {
        Html docs = HtmlTemplate.file("docs.html").in(Languages.ENGLISH, Map.of());
        return RouterFunctions.route()
                .GET("/", first::show)
                .GET(SignInConfigurer.SIGNED_OUT, PageConfiguration::signedOut)
                .GET(
                        "/docs",
                        request -> ServerResponse.permanentRedirect(URI.create("/docs/"))
                                .build())
                .GET("/docs/", request -> html(docs, Languages.ENGLISH))
                .GET("/docs/config.json", request -> ServerResponse.ok().bodyValue(config(services)))
                .resources(
                        "/docs/ui/**",
                        new ClassPathResource("META-INF/resources/webjars/swagger-ui/" + swaggerUi + "/"))
                .resources("/assets/**", new ClassPathResource("assets/"))
                .build();
    }

    /** The language of the gateway's pages that the reader prefers. */
    static Locale language(ServerRequest request) {
        return Languages.accepted(request.headers().firstHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    static Mono<ServerResponse> html(Html page, Locale language) {
        return ServerResponse.ok()
                .contentType(HTML)
                .headers(headers -> headers.setContentLanguage(language))
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .bodyValue(page.text());
    }

    private static Mono<ServerResponse> signedOut(ServerRequest request) {
        var page = request.queryParam("failed").isPresent() ? "sign-in-failed" : "signed-out";
        var language = language(request);
        return html(
                HtmlTemplate.file("signed-out.html")
                        .in(
                                language,
                                Map.of(
                                        "headline", Message.of("gateway." + page + ".headline"),
                                        "text", Message.of("gateway." + page + ".text"))),
                language);
    }

    private static Map<String, Object> config(ServiceCatalogue services) {
        List<Map<String, String>> urls = services.all().stream()
                .map(it -> Map.of("name", it.name(), "url", it.document()))
                .toList();
        return Map.of("urls", urls);
    }
}
