package org.trustedtrader.validation.visit;

import java.util.List;
import java.util.Optional;

/**
 * A company as enrolment knows it now.
 *
 * @param id BN9
 */
public record Company(String id, List<Site> sites) {

    public Company {
        sites = List.copyOf(sites);
    }

    public Optional<Site> site(String siteId) {
        return sites.stream().filter(site -> site.id().equals(siteId)).findFirst();
    }
}
