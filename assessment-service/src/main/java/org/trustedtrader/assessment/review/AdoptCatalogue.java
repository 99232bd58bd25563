package org.trustedtrader.assessment.review;

import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** Takes over a newer version of the catalogue; only one that is in effect can be adopted. */
public final class AdoptCatalogue {

    private final Assessments assessments;
    private final AskedCriteria criteria;
    private final CompanyClock clock;

    public AdoptCatalogue(Assessments assessments, AskedCriteria criteria, CompanyClock clock) {
        this.assessments = assessments;
        this.criteria = criteria;
        this.clock = clock;
    }

    public Assessment adopt(String id, String version, Command command) {
        return assessments.change(
                id,
                command,
                assessment -> assessment.adopt(
                        newer(assessment, version),
                        criteria.sitesOf(assessment.company()),
                        command.actor(),
                        clock.now(assessment)));
    }

    private Catalogue newer(Assessment assessment, String version) {
        Catalogue present = criteria.of(assessment);
        return criteria.catalogues()
                .find(version)
                .filter(found -> found.effectiveFrom().isAfter(present.effectiveFrom()))
                .filter(found -> !found.effectiveFrom().isAfter(clock.programmeDay()))
                .orElseThrow(() ->
                        new Refusal.InvalidInput("version", Message.of("assessment.catalogue.no-newer", version)));
    }
}
