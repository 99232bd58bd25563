package org.trustedtrader.gateway.pages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.trustedtrader.gateway.config.IdentityProperties;
import org.trustedtrader.gateway.pages.HtmlTemplate.Html;
import org.trustedtrader.gateway.problems.GatewayProblems;
import org.trustedtrader.gateway.problems.ProblemException;
import org.trustedtrader.platform.message.Bundles;
import org.trustedtrader.platform.message.Message;
import reactor.core.publisher.Mono;

/** Who you are, what you belong to, and where each service's API is documented. */
@Component
final class HomePage {

    private final HtmlTemplate page = HtmlTemplate.file("home.html");
    private final HtmlTemplate role = HtmlTemplate.inline("<li>{{role}}</li>\n");
    private final HtmlTemplate service = HtmlTemplate.inline(
            "<li><a href=\"/docs/?urls.primaryName={{name}}\">{{name}}</a> <span>{{about}}</span></li>\n");
    private final ServiceCatalogue services;
    private final String account;

    HomePage(ServiceCatalogue services, IdentityProperties identity) {
        this.services = services;
        this.account = identity.issuer() + "/account/";
    }

    Mono<ServerResponse> show(ServerRequest request) {
        return request.principal()
                .ofType(OAuth2AuthenticationToken.class)
                .map(OAuth2AuthenticationToken::getPrincipal)
                .ofType(OidcUser.class)
                .switchIfEmpty(Mono.error(() -> new ProblemException(GatewayProblems.notFound())))
                .flatMap(user -> {
                    var language = PageConfiguration.language(request);
                    return PageConfiguration.html(filled(user, language), language);
                });
    }

    private Html filled(OidcUser user, Locale language) {
        Person person = Person.of(user);
        return page.in(
                language,
                Map.of(
                        "welcome", Message.of("gateway.home.welcome", person.name()),
                        "userName", person.userName(),
                        "belongsLabel", person.belongsLabel(),
                        "belongs", person.belongs(),
                        "roles", roles(person.rolesInWords(), language),
                        "services", listed(language),
                        "account", account));
    }

    private Html roles(List<Message> words, Locale language) {
        return Html.joined(words.stream()
                .map(word -> role.in(language, Map.of("role", word)))
                .toList());
    }

    private Html listed(Locale language) {
        return Html.joined(services.all().stream()
                .map(it -> service.in(language, Map.of("name", it.name(), "about", it.about())))
                .toList());
    }

    /** Who has signed in, in the words of the first page. */
    private record Person(String name, String userName, String company, List<String> roles) {

        private static final Set<String> COMPANY_SIDE = Set.of("account-owner", "full-user", "limited-user");

        static Person of(OidcUser user) {
            List<String> roles = Objects.requireNonNullElse(user.getClaimAsStringList("roles"), List.of());
            return new Person(
                    Objects.requireNonNullElse(user.getFullName(), user.getPreferredUsername()),
                    user.getPreferredUsername(),
                    Objects.requireNonNullElse(user.getClaimAsString("company"), ""),
                    roles.stream().sorted().toList());
        }

        Message belongsLabel() {
            return Message.of(company.isEmpty() ? "gateway.home.belongs" : "gateway.home.company");
        }

        /** The business number, or what kind of person it is that has none. */
        Message belongs() {
            if (!company.isEmpty()) {
                return Message.literal(company);
            }
            boolean officer = !roles.isEmpty() && roles.stream().noneMatch(COMPANY_SIDE::contains);
            return Message.of(officer ? "gateway.home.programme" : "gateway.home.no-company");
        }

        List<Message> rolesInWords() {
            return roles.stream().map(Person::inWords).toList();
        }

        private static Message inWords(String role) {
            String key = "gateway.role." + role;
            return Bundles.contains(key) ? Message.of(key) : Message.literal(role.replace('-', ' '));
        }
    }
}
