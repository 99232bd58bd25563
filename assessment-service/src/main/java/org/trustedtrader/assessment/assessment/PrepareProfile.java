package org.trustedtrader.assessment.assessment;

import java.time.Clock;
import java.util.List;
import org.trustedtrader.assessment.criteria.Catalogue;
import org.trustedtrader.assessment.criteria.Catalogues;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;

/** What a company does with its security profile: answers, submits, and takes over a newer catalogue. */
public final class PrepareProfile {

    private final Assessments assessments;
    private final Catalogues catalogues;
    private final Clock clock;

    public PrepareProfile(Assessments assessments, Catalogues catalogues, Clock clock) {
        this.assessments = assessments;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    public Assessment answer(String id, List<GivenAnswer> answers, Command command) {
        return assessments.change(
                id,
                command,
                assessment -> assessment.answer(answers, catalogue(assessment), command.actor(), clock.instant()));
    }

    public Assessment submit(String id, Command command) {
        return assessments.change(
                id, command, assessment -> assessment.submit(catalogue(assessment), command.actor(), clock.instant()));
    }

    /** Only a version that is in effect and newer than the present one can be adopted. */
    public Assessment adopt(String id, String version, Command command) {
        return assessments.change(id, command, assessment -> {
            Catalogue newer = catalogues
                    .find(version)
                    .filter(found ->
                            found.effectiveFrom().isAfter(catalogue(assessment).effectiveFrom()))
                    .filter(found -> !found.effectiveFrom().isAfter(AssessmentRules.day(clock.instant())))
                    .orElseThrow(() -> new Refusal.InvalidInput(
                            "version", "There is no newer version " + version + " of the catalogue in effect."));
            assessment.adopt(newer, command.actor(), clock.instant());
        });
    }

    private Catalogue catalogue(Assessment assessment) {
        return catalogues.kept(assessment.catalogueVersion());
    }
}
