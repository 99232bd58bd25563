package org.trustedtrader.enrolment.application;

import static org.trustedtrader.enrolment.application.ApplicationState.*;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.calendar.Jurisdiction;

/** Applications in any state, and the people around them. */
public final class Fixtures {

    static final String COMPANY = "123456782";
    static final String ID = "0a1b2c3d-0000-4000-8000-000000000001";
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final Actor OWNER = new Actor("user:carla", Set.of("account-owner"), Optional.of(COMPANY));
    static final Actor INTAKE = officer("olivia", "intake-officer");
    static final Actor APPROVER = officer("paul", "approver");
    static final Actor PLATFORM = Actor.service("enrolment");
    static final Deadlines DEADLINES = new Deadlines(60, 60, 30, 60, Jurisdiction.CANADA);
    static final EligibilityThresholds THRESHOLDS = new EligibilityThresholds(12, 90, 12);
    static final Actor PAULA = officer("paula", "approver");
    static final ReapplicationPolicy WAITING = new ReapplicationPolicy(12, "a test");
    static final Grounds GROUNDS = new Grounds("All is in order.", "Customs Act, s. 11.1");
    static final Denial.Proposal PROPOSAL = new Denial.Proposal(GROUNDS, DisqualifyingFact.CONVICTION, Set.of());
    static final SpecialConsideration CONSIDERATION =
            new SpecialConsideration(Section.CARM_REGISTRATION, "user:paul", "pilot", LocalDate.of(2027, 1, 1), null);
    static final CompanyFacts FACTS =
            new CompanyFacts(Set.of(LineOfBusiness.HIGHWAY_CARRIER, LineOfBusiness.IMPORTER), true, true, true, true);
    static final ReviewOutcome GOOD = new ReviewOutcome(
            true,
            AssessmentReport.RiskRating.LOW,
            0,
            Set.of("user:adam"),
            VisitReport.Outcome.SATISFACTORY,
            Set.of("user:vera"),
            List.of(new SiteOutcome("windsor", VisitReport.Outcome.SATISFACTORY)),
            List.of(),
            List.of(),
            false);

    static final Terms.Offer OFFER = new Terms.Offer("2026-1", NOW.plus(Duration.ofDays(60)));
    /** The reports that {@link #GOOD} was found in. */
    static final ApplicationReports ALL_WELL = reports(assessment(9, true), visit(9, true));

    private Fixtures() {}

    static Actor officer(String name, String role) {
        return new Actor("user:" + name, Set.of(role), Optional.empty());
    }

    static Declarations complete() {
        return new Declarations(
                Set.of(LineOfBusiness.HIGHWAY_CARRIER),
                new Declarations.Facilities(true, true),
                new Declarations.TradeHistory(LocalDate.of(2019, 4, 1), LocalDate.of(2026, 11, 20)),
                new Declarations.Solvency(false, false),
                false,
                false,
                true,
                new Declarations.StatementOfSupport(LocalDate.of(2026, 11, 1), "President"));
    }

    /** A plausible application in that state, a week into whatever it is doing. */
    public static MembershipApplication anApplicationIn(ApplicationState state) {
        return with(state, review(state));
    }

    /** The same for more lines of business. */
    public static MembershipApplication aVariationIn(ApplicationState state) {
        var s = snapshot(state, review(state));
        var variation = new MembershipApplication.Snapshot(
                s.company(),
                s.state(),
                s.declarations(),
                s.considerations(),
                s.timeline(),
                s.review(),
                s.terms(),
                s.membershipEnded(),
                s.denials(),
                s.reapplication(),
                s.earlier(),
                "m-1",
                Proposals.NONE,
                Set.of());
        return MembershipApplication.restore(new Aggregate.Stored("v-1", 7, Map.of()), variation);
    }

    /** The same for two lines of business; a denial that is pending concerns the importer alone. */
    static MembershipApplication ofTwoLines(ApplicationState state) {
        var s = snapshot(state, review(state));
        var d = s.declarations();
        var proposal = new Denial.Proposal(GROUNDS, DisqualifyingFact.CONVICTION, Set.of(LineOfBusiness.IMPORTER));
        var pending = state == INTENT_TO_DENY || state == INFORMAL_REVIEW;
        var two = new MembershipApplication.Snapshot(
                s.company(),
                s.state(),
                new Declarations(
                        Set.of(LineOfBusiness.HIGHWAY_CARRIER, LineOfBusiness.IMPORTER),
                        d.facilities(),
                        d.trade(),
                        d.solvency(),
                        d.convicted(),
                        d.significantContraventions(),
                        d.registeredWithCarm(),
                        d.statementOfSupport()),
                s.considerations(),
                s.timeline(),
                s.review(),
                s.terms(),
                s.membershipEnded(),
                pending ? Denials.NONE.plus(Denial.proposed(proposal, PAULA.id(), NOW)) : s.denials(),
                s.reapplication(),
                s.earlier(),
                null,
                Proposals.NONE,
                Set.of());
        return MembershipApplication.restore(new Aggregate.Stored(ID, 7, Map.of()), two);
    }

    static MembershipApplication with(ApplicationState state, Review review) {
        return MembershipApplication.restore(new Aggregate.Stored(ID, 7, Map.of()), snapshot(state, review));
    }

    /** A draft for which Olivia proposed that consideration. */
    static MembershipApplication proposed(SpecialConsideration consideration) {
        return proposed(anApplicationIn(DRAFT), consideration);
    }

    static MembershipApplication proposed(MembershipApplication file, SpecialConsideration consideration) {
        file.propose(
                new Proposals.Consideration(
                        consideration.section(), INTAKE.id(), consideration.reason(), consideration.expiresOn()),
                INTAKE,
                NOW);
        return stored(file);
    }

    /** As storage would give it back after its change. */
    static MembershipApplication stored(MembershipApplication file) {
        return MembershipApplication.restore(
                new Aggregate.Stored(file.id(), file.version(), Map.of()), file.snapshot());
    }

    static MembershipApplication.Snapshot snapshot(ApplicationState state, Review review) {
        var accepted = state.compareTo(ACCEPTED) >= 0;
        var terms = state == APPROVED_PENDING_TERMS || state == APPROVED ? Terms.offered("2026-1") : Terms.NONE;
        var timeline = new Timeline(
                state == DRAFT ? null : NOW.minus(Duration.ofDays(9)),
                accepted ? NOW.minus(Duration.ofDays(7)) : null,
                state == INTENT_TO_DENY
                        ? List.of(Pause.began(Pause.Reason.INTENT_TO_DENY, NOW.minus(Duration.ofDays(1)), PAULA))
                        : List.of(),
                state.endedWithoutMembership() || terms != Terms.NONE ? NOW.minus(Duration.ofDays(1)) : null,
                state == INTENT_TO_DENY || state == APPROVED_PENDING_TERMS || state == RETURNED_INCOMPLETE
                        ? NOW.plus(Duration.ofDays(29))
                        : null);
        return new MembershipApplication.Snapshot(
                COMPANY,
                state,
                complete(),
                Considerations.NONE,
                timeline,
                review,
                terms,
                false,
                denials(state),
                state == DENIED ? WAITING.after(Reapplication.Cause.DENIED, NOW.minus(Duration.ofDays(1))) : null,
                List.of(),
                null,
                Proposals.NONE,
                Set.of());
    }

    /** Paula proposes to deny; somebody else decides. */
    private static Denials denials(ApplicationState state) {
        var proposed = Denials.NONE.plus(Denial.proposed(PROPOSAL, PAULA.id(), NOW.minus(Duration.ofDays(1))));
        return switch (state) {
            case INTENT_TO_DENY, INFORMAL_REVIEW -> proposed;
            case DENIED -> proposed.ended(Denial.Outcome.DENIED, GROUNDS, NOW);
            default -> Denials.NONE;
        };
    }

    static Review review(ApplicationState state) {
        return state.compareTo(COMPLETENESS_CHECK) <= 0 ? Review.NONE : reviewed(GOOD);
    }

    static Review reviewed(ReviewOutcome findings) {
        return new Review(
                Set.of("user:olivia"),
                "user:olivia",
                new Vetting(Vetting.Outcome.CLEAR, "user:ivy"),
                Set.of("user:ivy"),
                findings,
                null,
                Set.of());
    }

    /** The reports in which one would find just that. */
    static ApplicationReports reports(ReviewOutcome f) {
        var assessment = new AssessmentReport(
                9,
                true,
                f.assessmentCompleted(),
                f.riskRating(),
                f.openMustActions(),
                f.assessors(),
                52,
                52,
                null,
                false);
        var visit = visit(9, true);
        return reports(
                assessment,
                new VisitReport(
                        visit.visitId(),
                        9,
                        visit.at(),
                        visit.subject(),
                        true,
                        f.validation(),
                        f.validators(),
                        false,
                        null,
                        Set.of(),
                        false));
    }

    static AssessmentReport assessment(long version, boolean completed) {
        return new AssessmentReport(
                version,
                true,
                completed,
                completed ? AssessmentReport.RiskRating.LOW : null,
                0,
                Set.of("user:adam"),
                52,
                52,
                null,
                false);
    }

    static VisitReport visit(long version, boolean closed) {
        return visit("initial-" + ID, version, closed, new VisitReport.Subject(COMPANY, "windsor", true, true));
    }

    static VisitReport visit(String id, long version, boolean closed, VisitReport.Subject subject) {
        return new VisitReport(
                id,
                version,
                NOW.minusSeconds(100 - version),
                subject,
                closed,
                closed ? VisitReport.Outcome.SATISFACTORY : null,
                Set.of("user:vera"),
                !closed,
                null,
                Set.of(),
                false);
    }

    static VisitReport ended(String id, long version, VisitReport.Subject subject, VisitReport.Outcome outcome) {
        var visit = visit(id, version, true, subject);
        return new VisitReport(
                id, version, visit.at(), subject, true, outcome, visit.validators(), false, null, Set.of(), false);
    }

    static VisitReport.Subject onSite(String site) {
        return new VisitReport.Subject(COMPANY, site, false, true);
    }

    static ApplicationReports reports(AssessmentReport assessment, VisitReport... visits) {
        return new ApplicationReports(Optional.of(assessment), List.of(visits));
    }
}
