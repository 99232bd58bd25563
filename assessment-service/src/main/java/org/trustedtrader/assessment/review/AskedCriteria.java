package org.trustedtrader.assessment.review;

import java.time.LocalDate;
import java.util.List;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Catalogues;
import org.trustedtrader.assessment.criteria.SiteFunctions;
import org.trustedtrader.assessment.supplychain.CompanySites;

/** What companies are asked: the versions of the criteria, and the sites of each company as enrolment last announced them. */
public record AskedCriteria(Catalogues catalogues, CompanySites companies) {

    Catalogue on(LocalDate day) {
        return catalogues.on(day);
    }

    /** The version of the catalogue that the assessment was answered under. */
    Catalogue of(Assessment assessment) {
        return catalogues.kept(assessment.catalogueVersion());
    }

    /** None if no event of that company has arrived yet. */
    List<SiteFunctions> sitesOf(String company) {
        return companies.functionsOf(company);
    }
}
