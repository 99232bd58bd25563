package org.trustedtrader.assessment.supplychain;

import java.util.List;
import java.util.Optional;

/** Enrolment's companies, as far as this service needs them: where their sites are. */
public interface CompanySites {

    void keepNewest(String businessNumber, long version, List<Place> sites);

    /** The sites of that company, or empty if nothing was heard of it yet: not the same as a company without sites. */
    Optional<List<Place>> sitesOf(String businessNumber);
}
