package org.trustedtrader.gateway.page;

import java.util.List;
import java.util.Map;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.trustedtrader.gateway.page.Template.Html;
import org.trustedtrader.gateway.problem.Problem;
import org.trustedtrader.gateway.problem.Refused;
import org.trustedtrader.gateway.token.IdentitySettings;
import reactor.core.publisher.Mono;

/** Who you are, what you belong to, and where each service's API is documented. */
@Component
final class FirstPage {

    private final Template page = Template.file("first-page.html");
    private final Template role = Template.inline("<li>{{role}}</li>\n");
    private final Template service = Template.inline(
            "<li><a href=\"/docs/?urls.primaryName={{name}}\">{{name}}</a> <span>{{about}}</span></li>\n");
    private final ServiceList services;
    private final String account;

    FirstPage(ServiceList services, IdentitySettings identity) {
        this.services = services;
        this.account = identity.issuer() + "/account/";
    }

    Mono<ServerResponse> show(ServerRequest request) {
        Mono<CsrfToken> csrf = request.exchange().getAttributeOrDefault(CsrfToken.class.getName(), Mono.empty());
        return request.principal()
                .ofType(OAuth2AuthenticationToken.class)
                .map(OAuth2AuthenticationToken::getPrincipal)
                .ofType(OidcUser.class)
                .zipWith(csrf, this::filled)
                .switchIfEmpty(Mono.error(() -> new Refused(Problem.notFound())))
                .flatMap(Pages::html);
    }

    private Html filled(OidcUser user, CsrfToken csrf) {
        Person person = Person.of(user);
        return page.with(Map.of(
                "name", person.name(),
                "userName", person.userName(),
                "belongsLabel", person.belonging().get("label"),
                "belongs", person.belonging().get("value"),
                "roles", roles(person.rolesInWords()),
                "services", listed(),
                "account", account,
                "csrfName", csrf.getParameterName(),
                "csrf", csrf.getToken()));
    }

    private Html roles(List<String> words) {
        return Html.joined(
                words.stream().map(word -> role.with(Map.of("role", word))).toList());
    }

    private Html listed() {
        return Html.joined(services.all().stream()
                .map(it -> service.with(Map.of("name", it.name(), "about", it.about())))
                .toList());
    }
}
