package org.trustedtrader.gateway.page;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Who has signed in, in the words of the first page. */
record Person(String name, String userName, String company, List<String> roles) {

    private static final Set<String> COMPANY_SIDE = Set.of("account-owner", "full-user", "limited-user");

    static Person of(OidcUser user) {
        List<String> roles = Objects.requireNonNullElse(user.getClaimAsStringList("roles"), List.of());
        return new Person(
                Objects.requireNonNullElse(user.getFullName(), user.getPreferredUsername()),
                user.getPreferredUsername(),
                Objects.requireNonNullElse(user.getClaimAsString("company"), ""),
                roles.stream().sorted().toList());
    }

    /** "Company" with the business number, or what kind of person it is that has none. */
    Map<String, String> belonging() {
        if (!company.isEmpty()) {
            return Map.of("label", "Company (business number)", "value", company);
        }
        boolean officer = !roles.isEmpty() && roles.stream().noneMatch(COMPANY_SIDE::contains);
        return Map.of("label", "Belongs to", "value", officer ? "the programme" : "no company");
    }

    List<String> rolesInWords() {
        return roles.stream().map(role -> role.replace('-', ' ')).toList();
    }
}
