package org.trustedtrader.validation.visit;

import java.util.List;
import java.util.Optional;

/** The sites of each company as its newest version says, from enrolment's events. */
public interface SiteProjection {

    /**
     * @param company BN9
     * @return false only if a newer version is kept: then there is nothing to do
     */
    boolean keep(String company, long version, List<Site> sites);

    /** Empty while no event of the company has arrived. */
    Optional<List<Site>> of(String company);
}
