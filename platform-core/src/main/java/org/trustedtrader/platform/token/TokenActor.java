package org.trustedtrader.platform.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;

/**
 * Who a checked token speaks for. Roles, company and regions come only from claims that a user cannot edit. Keycloak names the
 * account of a client that signs in with its own credentials {@code service-account-<client id>}.
 */
final class TokenActor {

    private static final Pattern BUSINESS_NUMBER = Pattern.compile("[0-9]{9}");
    private static final String SERVICE_CLIENT = "-service";

    private TokenActor() {}

    static Actor of(JWTClaimsSet claims) {
        Set<String> roles = roles(claims);
        return new Actor(id(claims, roles), roles, company(claims), regions(claims));
    }

    private static String id(JWTClaimsSet claims, Set<String> roles) {
        String client = text(claims, "azp");
        if (client == null || !("service-account-" + client).equals(text(claims, "preferred_username"))) {
            return "user:" + claims.getSubject();
        }
        if (roles.contains(Roles.SERVICE) && client.endsWith(SERVICE_CLIENT)) {
            return "service:" + client.substring(0, client.length() - SERVICE_CLIENT.length());
        }
        return "client:" + client;
    }

    private static Set<String> roles(JWTClaimsSet claims) {
        return claims.getClaim("roles") instanceof Collection<?> values ? texts(values) : Set.of();
    }

    /** A claim that names nothing of sense is not the same as none: it admits to no region. */
    private static Optional<Set<String>> regions(JWTClaimsSet claims) {
        return Optional.ofNullable(claims.getClaim("regions"))
                .map(claim -> claim instanceof Collection<?> values ? texts(values) : texts(Set.of(claim)));
    }

    private static Set<String> texts(Collection<?> values) {
        return values.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> company(JWTClaimsSet claims) {
        return Optional.ofNullable(text(claims, "company"))
                .filter(value -> BUSINESS_NUMBER.matcher(value).matches());
    }

    private static @Nullable String text(JWTClaimsSet claims, String claim) {
        return claims.getClaim(claim) instanceof String value ? value : null;
    }
}
