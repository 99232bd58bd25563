package org.trustedtrader.enrolment.application.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.application.ApplicationLines;
import org.trustedtrader.enrolment.application.ApplicationState;
import org.trustedtrader.enrolment.application.AssessmentReport.RiskRating;
import org.trustedtrader.enrolment.application.EarlierFile;
import org.trustedtrader.enrolment.application.MembershipApplication;
import org.trustedtrader.enrolment.application.Section;
import org.trustedtrader.enrolment.application.Vetting;
import org.trustedtrader.enrolment.application.VisitReport;
import org.trustedtrader.enrolment.application.WorkOnFile;
import org.trustedtrader.enrolment.company.Company;
import org.trustedtrader.enrolment.company.IdentifierClaim;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.identifier.IdentifierScheme;
import org.trustedtrader.platform.web.CsvColumns;

/** An application as its readers see it; times in UTC. What officers found is for officers only. */
@CsvColumns(
        titles = "enrolment.column",
        value = {
            "applicationId",
            "company",
            "kind",
            "variationOf",
            "state",
            "submittedAt",
            "acceptedAt",
            "replyDueAt",
            "termsVersion",
            "termsSignedAt",
            "mayApplyAgainOn"
        })
record ApplicationView(
        String applicationId,
        String company,
        MembershipApplication.Kind kind,
        @Nullable String variationOf,
        ApplicationState state,
        DeclarationsBody declarations,
        List<LineView> lines,
        List<ConsiderationView> specialConsiderations,
        @Nullable Instant submittedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant replyDueAt,
        @Nullable String informationRequested,
        @Nullable String termsVersion,
        @Nullable Instant termsSignedAt,
        @Nullable DenialView denial,
        List<DenialView> denials,
        @Nullable LocalDate mayApplyAgainOn,
        List<EarlierFileView> earlierFiles,
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

    /** What became of a line of business. */
    record LineView(LineOfBusiness line, ApplicationLines.Verdict verdict) {}

    record ConsiderationView(Section section, String reason, LocalDate expiresOn) {}

    record FindingsView(
            @Nullable RiskRating riskRating,
            boolean assessmentCompleted,
            int openMustActions,
            VisitReport.@Nullable Outcome validation,
            List<SiteView> sites,
            List<String> sitesToVisit,
            List<String> openVisits,
            Vetting.@Nullable Outcome vetting,
            boolean concerns,
            List<WorkView> mayNotDecide,
            List<ProposedConsiderationView> proposedConsiderations,
            @Nullable String approvalProposedBy) {}

    /** A special consideration that another officer has to grant. */
    record ProposedConsiderationView(Section section, String proposedBy, String reason, LocalDate expiresOn) {}

    /** What the visits to one site found together. */
    record SiteView(String site, VisitReport.Outcome outcome) {}

    /** Who worked on the file, and so may not decide on it. */
    record WorkView(String officer, WorkOnFile.Part part) {}

    /** An earlier application of the company; the grounds are those of its denial. */
    record EarlierFileView(
            String applicationId,
            EarlierFile.Outcome outcome,
            Instant at,
            @Nullable String reason,
            @Nullable String legalBasis) {

        static EarlierFileView of(EarlierFile file) {
            var grounds = file.grounds();
            return new EarlierFileView(
                    file.applicationId(),
                    file.outcome(),
                    file.at(),
                    grounds == null ? null : grounds.reason(),
                    grounds == null ? null : grounds.legalBasis());
        }
    }

    static ApplicationView of(MembershipApplication application, Actor reader) {
        var s = application.snapshot();
        return new ApplicationView(
                application.id(),
                s.company(),
                s.kind(),
                s.variationOf(),
                s.state(),
                DeclarationsBody.of(s.declarations()),
                s.declarations().linesOfBusiness().stream()
                        .map(line -> new LineView(line, s.lines().verdict(line, s.state())))
                        .toList(),
                s.considerations().granted().stream()
                        .map(c -> new ConsiderationView(c.section(), c.reason(), c.expiresOn()))
                        .toList(),
                s.timeline().submittedAt(),
                s.timeline().acceptedAt(),
                s.timeline().replyDueAt(),
                s.review().question(),
                s.terms().version(),
                s.terms().signedAt(),
                s.denials()
                        .latest()
                        .map(denial -> DenialView.of(denial, reader))
                        .orElse(null),
                s.denials().all().stream()
                        .map(denial -> DenialView.of(denial, reader))
                        .toList(),
                s.reapplication() == null ? null : s.reapplication().possibleOn(),
                s.earlier().stream().map(EarlierFileView::of).toList(),
                Roles.isOfficer(reader) ? findings(s) : null,
                null,
                application.version());
    }

    ApplicationView with(IntakeView other) {
        return new ApplicationView(
                applicationId,
                company,
                kind,
                variationOf,
                state,
                declarations,
                lines,
                specialConsiderations,
                submittedAt,
                acceptedAt,
                replyDueAt,
                informationRequested,
                termsVersion,
                termsSignedAt,
                denial,
                denials,
                mayApplyAgainOn,
                earlierFiles,
                findings,
                other,
                version);
    }

    private static FindingsView findings(MembershipApplication.Snapshot file) {
        var f = file.review().findings();
        var vetting = file.review().vetting();
        return new FindingsView(
                f.riskRating(),
                f.assessmentCompleted(),
                f.openMustActions(),
                f.validation(),
                f.sites().stream()
                        .map(site -> new SiteView(site.site(), site.outcome()))
                        .toList(),
                f.sitesToVisit(),
                f.openVisits(),
                vetting == null ? null : vetting.outcome(),
                file.review().hasConcerns(),
                file.work().all().stream()
                        .map(work -> new WorkView(work.officer(), work.part()))
                        .toList(),
                file.proposals().considerations().stream()
                        .map(p -> new ProposedConsiderationView(p.section(), p.by(), p.reason(), p.expiresOn()))
                        .toList(),
                file.proposals().approval() == null
                        ? null
                        : file.proposals().approval().by());
    }
}
