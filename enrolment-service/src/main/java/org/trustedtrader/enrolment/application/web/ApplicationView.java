package org.trustedtrader.enrolment.application.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.application.ApplicationState;
import org.trustedtrader.enrolment.application.AssessmentReport.RiskRating;
import org.trustedtrader.enrolment.application.MembershipApplication;
import org.trustedtrader.enrolment.application.ReviewOutcome;
import org.trustedtrader.enrolment.application.Section;
import org.trustedtrader.enrolment.application.Vetting;
import org.trustedtrader.enrolment.application.VisitReport;
import org.trustedtrader.enrolment.company.Company;
import org.trustedtrader.enrolment.company.IdentifierClaim;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.identifier.IdentifierScheme;

/** An application as its readers see it; times in UTC. What officers found is for officers only. */
record ApplicationView(
        String applicationId,
        String company,
        ApplicationState state,
        DeclarationsBody declarations,
        List<ConsiderationView> specialConsiderations,
        @Nullable Instant submittedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant replyDueAt,
        @Nullable String informationRequested,
        @Nullable String termsVersion,
        @Nullable Instant termsSignedAt,
        @Nullable FindingsView findings,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable IntakeView intake,
        long version) {

    /**
     * What an intake officer should look into.
     *
     * @param identifiers       that nobody confirmed yet, or not again in time
     * @param possibleDuplicates business numbers of companies with the same name at the same address
     */
    record IntakeView(List<UnconfirmedView> identifiers, List<String> possibleDuplicates) {

        static IntakeView of(Company company, List<String> possibleDuplicates) {
            return new IntakeView(
                    company.identifiers().stream()
                            .filter(IdentifierClaim::isToBeConfirmed)
                            .map(claim -> new UnconfirmedView(
                                    claim.identifier().scheme(),
                                    claim.identifier().number(),
                                    claim.state()))
                            .toList(),
                    possibleDuplicates);
        }
    }

    record UnconfirmedView(IdentifierScheme scheme, String number, IdentifierClaim.State state) {}

    record ConsiderationView(Section section, String reason, LocalDate expiresOn) {}

    record FindingsView(
            @Nullable RiskRating riskRating,
            boolean assessmentCompleted,
            int openMustActions,
            VisitReport.@Nullable Outcome validation,
            Vetting.@Nullable Outcome vetting) {}

    static ApplicationView of(MembershipApplication application, Actor reader) {
        var s = application.snapshot();
        return new ApplicationView(
                application.id(),
                s.company(),
                s.state(),
                DeclarationsBody.of(s.declarations()),
                s.considerations().granted().stream()
                        .map(c -> new ConsiderationView(c.section(), c.reason(), c.expiresOn()))
                        .toList(),
                s.timeline().submittedAt(),
                s.timeline().acceptedAt(),
                s.timeline().replyDueAt(),
                s.review().question(),
                s.terms().version(),
                s.terms().signedAt(),
                Roles.isOfficer(reader)
                        ? findings(s.review().findings(), s.review().vetting())
                        : null,
                null,
                application.version());
    }

    ApplicationView with(IntakeView other) {
        return new ApplicationView(
                applicationId,
                company,
                state,
                declarations,
                specialConsiderations,
                submittedAt,
                acceptedAt,
                replyDueAt,
                informationRequested,
                termsVersion,
                termsSignedAt,
                findings,
                other,
                version);
    }

    private static FindingsView findings(ReviewOutcome f, @Nullable Vetting vetting) {
        return new FindingsView(
                f.riskRating(),
                f.assessmentCompleted(),
                f.openMustActions(),
                f.validation(),
                vetting == null ? null : vetting.outcome());
    }
}
