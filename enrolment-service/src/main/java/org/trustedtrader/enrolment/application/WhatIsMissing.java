package org.trustedtrader.enrolment.application;

import java.util.ArrayList;
import java.util.List;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/** What an application still needs for its next step, in words for its company. */
final class WhatIsMissing {

    private WhatIsMissing() {}

    static List<Violation> in(MembershipApplication.Snapshot application, Dossier dossier, Heard heard) {
        var missing = new ArrayList<Violation>();
        application.review().openQuestion().ifPresent(q -> missing.add(new Violation("information", q)));
        switch (application.state()) {
            case DRAFT, RETURNED_INCOMPLETE -> {
                missing.addAll(dossier.missing());
                missing.addAll(dossier.unmet(application.considerations().exemptedOn(dossier.today())));
            }
            case SUBMITTED, COMPLETENESS_CHECK ->
                missing.add(new Violation("completenessCheck", "An intake officer checks whether it is complete."));
            case ACCEPTED, IN_REVIEW -> missing.addAll(tracks(application, heard));
            case VALIDATION_PENDING ->
                missing.add(new Violation("validation", "The validation visit is not closed yet."));
            case VALIDATED, DECISION -> missing.add(new Violation("decision", "Headquarters decides."));
            case INTENT_TO_DENY ->
                missing.add(new Violation("informalReview", "You may ask for an informal review of the denial."));
            case INFORMAL_REVIEW -> missing.add(new Violation("decision", "Headquarters reviews the denial."));
            case APPROVED_PENDING_TERMS ->
                missing.add(new Violation(
                        "terms",
                        "Sign the terms, version " + application.terms().version() + "."));
            case APPROVED, DENIED, WITHDRAWN, LAPSED -> missing.clear();
        }
        return missing;
    }

    private static List<Violation> tracks(MembershipApplication.Snapshot application, Heard heard) {
        var missing = new ArrayList<Violation>();
        if (!heard.assessmentCompleted()) {
            var answers = heard.assessment()
                    .map(a -> a.answered() + " of " + a.total() + " criteria are answered")
                    .orElse("no assessment was opened yet");
            missing.add(new Violation("securityProfile", "The security profile is not assessed: " + answers + "."));
        }
        if (application.review().vetting() == null) {
            missing.add(new Violation("vetting", "The company is not vetted yet."));
        }
        return missing;
    }
}
