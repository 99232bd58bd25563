package org.trustedtrader.platform.aggregate;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who gives a command. The id is the identity provider's stable, pseudonymous subject ({@code user:…}, {@code client:…} or
 * {@code service:…}); names and addresses never enter the history. The company is the 9-digit business number that the
 * token vouches for, and is absent for officers.
 *
 * @param regions where an officer works, as {@link org.trustedtrader.platform.access.RegionScope} reads it; absent if the token
 *                names none
 */
public record Actor(String id, Set<String> roles, Optional<String> company, Optional<Set<String>> regions) {

    public Actor {
        Objects.requireNonNull(id);
        roles = SortedSets.copyOf(roles);
        regions = regions.map(SortedSets::copyOf);
    }

    /** Whose token names no regions. */
    public Actor(String id, Set<String> roles, Optional<String> company) {
        this(id, roles, company, Optional.empty());
    }

    /** The platform itself, acting on an event or a date: {@code service:enrolment}. */
    public static Actor service(String name) {
        return new Actor("service:" + name, Set.of("service"), Optional.empty());
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    /** Whether this actor belongs to the company with that business number. */
    public boolean belongsTo(String companyId) {
        return company.filter(companyId::equals).isPresent();
    }
}
