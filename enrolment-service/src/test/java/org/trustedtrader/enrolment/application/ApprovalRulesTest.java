package org.trustedtrader.enrolment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.trustedtrader.enrolment.application.ApplicationState.APPROVED_PENDING_TERMS;
import static org.trustedtrader.enrolment.application.ApplicationState.DECISION;
import static org.trustedtrader.enrolment.application.Fixtures.*;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;

class ApprovalRulesTest {

    @ParameterizedTest
    @CsvSource({"olivia, checked the application at intake", "ivy, vetted", "adam, assessed", "vera, validated"})
    void refusesWhoeverWorkedOnTheFile(String officer, String part) {
        var refused = refusal(reviewed(GOOD), officer);
        assertThat(refused.rule()).isEqualTo("decided-by-someone-else");
        assertThat(refused).hasMessageContaining(part);
    }

    @Test
    void namesEverybodyWhoMayNotDecide() {
        var refused = refusal(reviewed(GOOD), "adam");
        assertThat(refused).hasMessageContaining("An officer decides who is none of those named here");
        assertThat(refused.violations().stream().map(Violation::field))
                .containsExactly("INTAKE", "VETTING", "ASSESSMENT", "VALIDATION");
        assertThat(refused.violations().getFirst().message()).hasToString("user:olivia checked it at intake.");
    }

    @Test
    void refusesAnUnsatisfactorySiteAndNamesIt() {
        var worse = ended("v-2", 9, onSite("calgary"), VisitReport.Outcome.UNSATISFACTORY);
        assertThat(approval(visit(8, true), worse)).containsExactly("ValidationSatisfactory");
        assertThat(refused(visit(8, true), worse)
                        .violations()
                        .getFirst()
                        .message()
                        .toString())
                .contains("calgary")
                .doesNotContain("windsor");
    }

    @Test
    void refusesWhileAVisitOfTheFileIsOpenAndNamesItsSite() {
        assertThat(approval(visit(8, true), visit("v-2", 2, false, onSite("calgary"))))
                .containsExactly("NoOpenVisits");
        assertThat(refused(visit(8, true), visit("v-2", 2, false, onSite("calgary")))
                        .violations()
                        .getFirst()
                        .message()
                        .toString())
                .contains("calgary");
    }

    private static List<String> approval(VisitReport... visits) {
        return refused(visits).violations().stream().map(Violation::field).toList();
    }

    private static Refusal.RuleBroken refused(VisitReport... visits) {
        var file = with(DECISION, reviewed(GOOD));
        return catchThrowableOfType(
                Refusal.RuleBroken.class,
                () -> file.approve(GROUNDS, reports(assessment(9, true), visits), OFFER, APPROVER, NOW));
    }

    @ParameterizedTest
    @CsvSource({"olivia", "ivy", "adam", "vera"})
    void refusesADenialByWhoeverWorkedOnTheFileToo(String officer) {
        var file = with(DECISION, reviewed(GOOD));
        assertThat(catchThrowableOfType(
                                Refusal.RuleBroken.class,
                                () -> file.intendToDeny(
                                        PROPOSAL, ALL_WELL, DEADLINES, officer(officer, "approver"), NOW))
                        .rule())
                .isEqualTo("decided-by-someone-else");
    }

    @Test
    void refusesWhoeverGrantedASpecialConsideration() {
        var file = proposed(CONSIDERATION);
        file.grant(CONSIDERATION, APPROVER, NOW);
        var s = file.snapshot();
        var decided = MembershipApplication.restore(
                new Aggregate.Stored(ID, 9, Map.of()),
                new MembershipApplication.Snapshot(
                        s.company(),
                        DECISION,
                        s.declarations(),
                        s.considerations(),
                        s.timeline(),
                        reviewed(GOOD),
                        s.terms(),
                        false,
                        s.denials(),
                        null,
                        List.of(),
                        null,
                        Proposals.NONE,
                        Set.of()));
        assertThat(catchThrowableOfType(
                        Refusal.RuleBroken.class,
                        () -> decided.intendToDeny(PROPOSAL, ALL_WELL, DEADLINES, APPROVER, NOW)))
                .hasMessageContaining("special consideration");
    }

    @Test
    void refusesAnUnsatisfactoryValidation() {
        assertObjection(reviewed(findings(true, 0, VisitReport.Outcome.UNSATISFACTORY)), "ValidationSatisfactory");
    }

    @Test
    void refusesOpenActionsForMusts() {
        assertObjection(reviewed(findings(true, 2, VisitReport.Outcome.SATISFACTORY)), "NoOpenMustActions");
    }

    @Test
    void refusesWhileTheAssessmentIsOpenAgain() {
        assertObjection(reviewed(findings(false, 0, VisitReport.Outcome.SATISFACTORY)), "AssessmentCompleted");
    }

    @Test
    void refusesWhileTheCompanyOwesAnAnswer() {
        assertObjection(reviewed(GOOD).asking("which lanes?"), "NoOpenQuestion");
    }

    @Test
    void refusesConcernsOfTheVetting() {
        var concerns = reviewed(GOOD).vetted(new Vetting(Vetting.Outcome.CONCERNS, "user:ivy"));
        assertObjection(concerns, "VettingClear");
    }

    @Test
    void namesEveryObjectionAtOnce() {
        var refused = refusal(reviewed(findings(false, 3, VisitReport.Outcome.UNSATISFACTORY)), "paul");
        assertThat(refused.violations()).hasSize(3);
    }

    @Test
    void judgesWhatWasHeardLastAndNotWhatWasFoundWhenTheDecisionWasOpened() {
        var file = with(DECISION, reviewed(GOOD));
        var reopened = reports(assessment(10, false), visit(9, true));
        assertThat(catchThrowableOfType(
                                Refusal.RuleBroken.class, () -> file.approve(GROUNDS, reopened, OFFER, APPROVER, NOW))
                        .rule())
                .isEqualTo("approval-refused");
        var newAssessor = reports(new ReviewOutcome(
                true,
                null,
                0,
                Set.of("user:paul"),
                GOOD.validation(),
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                false));
        assertThat(catchThrowableOfType(
                                Refusal.RuleBroken.class,
                                () -> file.approve(GROUNDS, newAssessor, OFFER, APPROVER, NOW))
                        .rule())
                .isEqualTo("decided-by-someone-else");
    }

    @Test
    void theTermsAreNotSignedWhileTheFileIsTakenUpAgainAndTheCompanyIsNotToldWhy() {
        var file = with(APPROVED_PENDING_TERMS, reviewed(GOOD));
        var worse = reports(findings(true, 1, VisitReport.Outcome.SATISFACTORY));
        var refused = catchThrowableOfType(Refusal.RuleBroken.class, () -> file.signTerms("2026-1", worse, OWNER, NOW));
        assertThat(refused.rule()).isEqualTo("approval-on-hold");
        assertThat(refused.violations()).isEmpty();
    }

    private static void assertObjection(Review review, String policy) {
        var refused = refusal(review, "paul");
        assertThat(refused.rule()).isEqualTo("approval-refused");
        assertThat(refused.violations().stream().map(Violation::field)).containsExactly(policy);
    }

    private static Refusal.RuleBroken refusal(Review review, String officer) {
        var file = with(DECISION, review);
        return catchThrowableOfType(
                Refusal.RuleBroken.class,
                () -> file.approve(GROUNDS, reports(review.findings()), OFFER, officer(officer, "approver"), NOW));
    }

    private static ReviewOutcome findings(boolean completed, int openMusts, VisitReport.Outcome outcome) {
        return new ReviewOutcome(
                completed,
                AssessmentReport.RiskRating.MEDIUM,
                openMusts,
                Set.of("user:adam"),
                outcome,
                Set.of("user:vera"),
                List.of(new SiteOutcome("windsor", outcome)),
                List.of(),
                List.of(),
                false);
    }
}
