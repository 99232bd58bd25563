package org.trustedtrader.enrolment.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/**
 * How far an application is, as its company sees it; computed when asked for.
 *
 * @param stops      every stop of the clock, oldest first
 * @param replyDueAt by when the company has to reply, if silence has a consequence
 * @param missing    what is missing for the next step, and where
 */
public record Progress(
        ApplicationState stage,
        ServiceStandard standard,
        ServiceStandard.Reading clock,
        List<Pause> stops,
        Turn turn,
        @Nullable Instant replyDueAt,
        Optional<Denial> denial,
        @Nullable Reapplication reapplication,
        String waitingTimeSource,
        List<Violation> missing) {

    static List<Violation> missing(
            MembershipApplication.Snapshot application, EligibilityRules rules, ApplicationReports reports) {
        var missing = new ArrayList<Violation>();
        application
                .review()
                .openQuestion()
                .ifPresent(question ->
                        missing.add(new Violation("information", Message.of("enrolment.progress.question", question))));
        switch (application.state()) {
            case DRAFT, RETURNED_INCOMPLETE -> {
                missing.addAll(rules.missing());
                missing.addAll(rules.unmet(application.considerations().exemptedOn(rules.today())));
            }
            case SUBMITTED, COMPLETENESS_CHECK ->
                missing.add(new Violation("completenessCheck", Message.of("enrolment.progress.completeness-check")));
            case ACCEPTED, IN_REVIEW -> missing.addAll(missingInReview(application, reports));
            case VALIDATION_PENDING -> {
                missing.add(new Violation("validation", Message.of("enrolment.progress.validation")));
                missing.addAll(visits(application, reports));
            }
            case VALIDATED, DECISION -> {
                missing.add(decision(application));
                missing.addAll(profile(reports));
                missing.addAll(visits(application, reports));
            }
            case INTENT_TO_DENY ->
                missing.add(new Violation("informalReview", Message.of("enrolment.progress.informal-review")));
            case INFORMAL_REVIEW ->
                missing.add(new Violation("decision", Message.of("enrolment.progress.denial-reviewed")));
            case APPROVED_PENDING_TERMS ->
                missing.add(new Violation("terms", Message.of("enrolment.progress.terms", version(application))));
            case APPROVED, DENIED, WITHDRAWN, LAPSED -> missing.clear();
        }
        return missing;
    }

    private static Violation decision(MembershipApplication.Snapshot application) {
        var text = application.timeline().approvalTakenBack()
                ? "enrolment.progress.approval-taken-back"
                : "enrolment.progress.decision";
        return new Violation("decision", Message.of(text));
    }

    private static List<Violation> visits(MembershipApplication.Snapshot application, ApplicationReports all) {
        var withCompany = all.concerning(application.company()).visitsWithApplicant();
        return withCompany.isEmpty()
                ? List.of()
                : List.of(new Violation("visits", Message.of("enrolment.progress.visits-with-you", withCompany)));
    }

    private static String version(MembershipApplication.Snapshot application) {
        var version = application.terms().version();
        return version == null ? "" : version;
    }

    private static List<Violation> profile(ApplicationReports reports) {
        if (reports.assessmentCompleted()) {
            return List.of();
        }
        var profile = reports.assessment()
                .map(a -> Message.of("enrolment.progress.profile-not-assessed", a.answered(), a.total()))
                .orElseGet(() -> Message.of("enrolment.progress.assessment-not-opened"));
        return List.of(new Violation("securityProfile", profile));
    }

    /** The assessment and the vetting go on side by side. */
    private static List<Violation> missingInReview(
            MembershipApplication.Snapshot application, ApplicationReports reports) {
        var missing = new ArrayList<Violation>(profile(reports));
        if (application.review().vetting() == null) {
            missing.add(new Violation("vetting", Message.of("enrolment.progress.vetting")));
        }
        return missing;
    }
}
