package org.trustedtrader.assessment.supplychain;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Enrolment's companies, as far as this service needs them: where their sites are. */
public interface CompanySites {

    void keepNewest(String businessNumber, long version, List<Place> sites, Set<ZoneId> zones);

    /** The sites of that company, or empty if no event of it has arrived yet: not the same as a company without sites. */
    Optional<List<Place>> sitesOf(String businessNumber);

    /** The zones of that company's sites; empty if none is known. */
    Set<ZoneId> zonesOf(String businessNumber);
}
