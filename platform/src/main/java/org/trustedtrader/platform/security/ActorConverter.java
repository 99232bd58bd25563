package org.trustedtrader.platform.security;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.trustedtrader.platform.aggregate.Actor;

/**
 * Who a checked token speaks for. Roles and company come only from claims that a user cannot edit. Keycloak names the
 * account of a client that signs in with its own credentials {@code service-account-<client id>}.
 */
final class ActorConverter implements Converter<Jwt, ActorAuthentication> {

    private static final Pattern BUSINESS_NUMBER = Pattern.compile("[0-9]{9}");
    private static final String SERVICE_CLIENT = "-service";

    @Override
    public ActorAuthentication convert(Jwt token) {
        Set<String> roles = roles(token);
        return new ActorAuthentication(token, new Actor(id(token, roles), roles, company(token)));
    }

    private static String id(Jwt token, Set<String> roles) {
        String client = text(token, "azp");
        if (!("service-account-" + client).equals(text(token, "preferred_username"))) {
            return "user:" + token.getSubject();
        }
        if (roles.contains("service") && client.endsWith(SERVICE_CLIENT)) {
            return "service:" + client.substring(0, client.length() - SERVICE_CLIENT.length());
        }
        return "client:" + client;
    }

    private static Set<String> roles(Jwt token) {
        return token.getClaims().get("roles") instanceof Collection<?> values
                ? values.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static Optional<String> company(Jwt token) {
        return Optional.ofNullable(text(token, "company"))
                .filter(value -> BUSINESS_NUMBER.matcher(value).matches());
    }

    private static @Nullable String text(Jwt token, String claim) {
        return token.getClaims().get(claim) instanceof String value ? value : null;
    }
}
