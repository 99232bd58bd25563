package org.trustedtrader.assessment.review;

import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Catalogues;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** Takes over a newer version of the catalogue; only one that is in effect can be adopted. */
public final class AdoptCatalogue {

    private final Assessments assessments;
    private final Catalogues catalogues;
    private final CompanyClock clock;

    public AdoptCatalogue(Assessments assessments, Catalogues catalogues, CompanyClock clock) {
        this.assessments = assessments;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    public Assessment adopt(String id, String version, Command command) {
        return assessments.change(
                id,
                command,
                assessment -> assessment.adopt(newer(assessment, version), command.actor(), clock.now(assessment)));
    }

    private Catalogue newer(Assessment assessment, String version) {
        Catalogue present = catalogues.kept(assessment.catalogueVersion());
        return catalogues
                .find(version)
                .filter(found -> found.effectiveFrom().isAfter(present.effectiveFrom()))
                .filter(found -> !found.effectiveFrom().isAfter(clock.programmeDay()))
                .orElseThrow(() ->
                        new Refusal.InvalidInput("version", Message.of("assessment.catalogue.no-newer", version)));
    }
}
