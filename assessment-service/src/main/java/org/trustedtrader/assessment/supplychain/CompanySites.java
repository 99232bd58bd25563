package org.trustedtrader.assessment.supplychain;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trustedtrader.assessment.criteria.SiteFunctions;

/** Enrolment's companies, as far as this service needs them: where their sites are. */
public interface CompanySites {

    void keepNewest(String businessNumber, long version, Sites sites);

    /**
     * What enrolment announces of a company's sites.
     *
     * @param places    the sites as ends of legs
     * @param zones     where they are
     * @param functions what happens at each; in the order of the record
     */
    record Sites(List<Place> places, Set<ZoneId> zones, List<SiteFunctions> functions) {}

    /** The sites of that company, or empty if no event of it has arrived yet: not the same as a company without sites. */
    Optional<List<Place>> sitesOf(String businessNumber);

    /** What happens at each site of that company; empty if no event of it has arrived yet. */
    List<SiteFunctions> functionsOf(String businessNumber);

    /** The zones of that company's sites; empty if none is known. */
    Set<ZoneId> zonesOf(String businessNumber);
}
