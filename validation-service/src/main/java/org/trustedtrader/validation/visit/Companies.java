package org.trustedtrader.validation.visit;

import java.util.List;
import java.util.Optional;
import org.trustedtrader.platform.refusal.Refusal;

/** The companies and their sites, asked of enrolment. */
public interface Companies {

    /**
     * Empty only if enrolment says that there is no such company.
     *
     * @throws Refusal.Unavailable if enrolment does not answer, or not with sense: never read as "no company" or "no site"
     */
    Optional<Company> find(String businessNumber);

    /**
     * A company as enrolment knows it now.
     *
     * @param id BN9
     */
    record Company(String id, List<Site> sites) {

        public Company {
            sites = List.copyOf(sites);
        }
    }
}
