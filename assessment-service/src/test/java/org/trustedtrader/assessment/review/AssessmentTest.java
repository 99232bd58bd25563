package org.trustedtrader.assessment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.trustedtrader.assessment.review.Fixtures.APPROVER;
import static org.trustedtrader.assessment.review.Fixtures.ASSESSOR;
import static org.trustedtrader.assessment.review.Fixtures.CATALOGUE;
import static org.trustedtrader.assessment.review.Fixtures.COMPANY;
import static org.trustedtrader.assessment.review.Fixtures.NOW;
import static org.trustedtrader.assessment.review.Fixtures.OWNER;
import static org.trustedtrader.assessment.review.Fixtures.RULES;
import static org.trustedtrader.assessment.review.Fixtures.SELF;
import static org.trustedtrader.assessment.review.Fixtures.STRANGER;
import static org.trustedtrader.assessment.review.Fixtures.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.assessment.action.ActionStep;
import org.trustedtrader.assessment.action.CorrectiveAction;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.assessment.profile.Answer;
import org.trustedtrader.assessment.profile.AnswerCommand;
import org.trustedtrader.assessment.profile.EvidenceFile;
import org.trustedtrader.assessment.profile.Judgement;
import org.trustedtrader.assessment.profile.SecurityProfile.Progress;
import org.trustedtrader.assessment.risk.Band;
import org.trustedtrader.assessment.risk.RiskModel;
import org.trustedtrader.assessment.supplychain.SupplyChain;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.refusal.Refusal;

class AssessmentTest {

    @Test
    void asksWhatTheLinesOfBusinessAreAsked() {
        Progress progress = Fixtures.opened().profile().progress();
        assertThat(progress.total()).isEqualTo(Fixtures.asked().size());
        assertThat(progress.answered()).isZero();
    }

    @Test
    void refusesSubmissionAndListsEveryUnansweredCriterion() {
        Assessment assessment = Fixtures.opened();
        assessment.answer(List.of(AnswerCommand.of("NR63S", "YES")), CATALOGUE, OWNER, NOW);
        Assessment stored = Fixtures.stored(assessment);
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> stored.submit(CATALOGUE, OWNER, NOW))
                .satisfies(refusal -> {
                    assertThat(refusal.rule()).isEqualTo("profile-incomplete");
                    assertThat(refusal.violations())
                            .hasSize(Fixtures.asked().size())
                            .noneMatch(violation -> violation.field().equals("NR63S"));
                });
    }

    @Test
    void refusesSubmissionWithoutRequiredEvidence() {
        Assessment assessment = Fixtures.opened();
        assessment.answer(Fixtures.goodAnswers(), CATALOGUE, OWNER, NOW);
        Assessment stored = Fixtures.stored(assessment);
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> stored.submit(CATALOGUE, OWNER, NOW))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Refusal.Violation::field)
                        .contains("CU2MX", "A3CHY")
                        .doesNotContain("NR63S"));
    }

    @Test
    void doesNotCountEvidenceThatHasExpired() {
        Assessment assessment = Fixtures.answered();
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> assessment.submit(CATALOGUE, OWNER, Fixtures.later(366)))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Refusal.Violation::field)
                        .containsExactlyInAnyOrder("V7F6R", "K4H8N", "TC6R8", "UGX7K", "A7SUM"));
    }

    @Test
    void aProfileWithoutASupplyChainIsIncomplete() {
        Assessment assessment = Fixtures.answeredWithoutChain();
        assertThat(assessment.risk(RULES.riskModel(), CATALOGUE, NOW).outcome().rating())
                .isEqualTo(Band.UNRATED);
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> assessment.submit(CATALOGUE, OWNER, NOW))
                .satisfies(AssessmentTest::lacksTheChainOnly);
        assessment.declare(Fixtures.CHAIN, OWNER, NOW);
        Assessment declared = Fixtures.stored(assessment);
        declared.submit(CATALOGUE, OWNER, NOW);
        assertThat(declared.state()).isEqualTo(Assessment.State.SUBMITTED);
    }

    /** A version before took profiles without a chain, and a company may take its chain back. */
    @Test
    void anAssessmentWithoutASupplyChainIsNotCompleted() {
        Assessment assessment = Fixtures.stored(
                Fixtures.run(Fixtures.reviewedRejecting("A3CHY"), a -> a.declare(SupplyChain.UNDECLARED, OWNER, NOW)));
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> assessment.complete("", RULES, ASSESSOR, NOW))
                .satisfies(AssessmentTest::lacksTheChainOnly);
        assertThat(assessment.change()).isEmpty();
    }

    private static void lacksTheChainOnly(Refusal.RuleBroken refusal) {
        assertThat(refusal.rule()).isEqualTo("profile-incomplete");
        assertThat(refusal.violations()).singleElement().satisfies(missing -> {
            assertThat(missing.field()).isEqualTo("supplyChain");
            assertThat(missing.message().arguments().toString()).contains("HIGHWAY_CARRIER");
        });
    }

    @Test
    void aBrokerNeedsNoSupplyChainUnlessItMovesGoodsToo() {
        assertThat(CATALOGUE.linesWithGoods(Set.of(LineOfBusiness.CUSTOMS_BROKER, LineOfBusiness.SHIPPING_AGENT)))
                .isEmpty();
        assertThat(CATALOGUE.linesWithGoods(Set.of(LineOfBusiness.CUSTOMS_BROKER, LineOfBusiness.WAREHOUSE_OPERATOR)))
                .containsExactly(LineOfBusiness.WAREHOUSE_OPERATOR);
        assertThat(CATALOGUE.linesWithGoods(Set.of(LineOfBusiness.FREIGHT_FORWARDER)))
                .isNotEmpty();
    }

    @Test
    void takesManyAnswersAsOneChangeOrNone() {
        Assessment assessment = Fixtures.opened();
        var oneIsWrong = List.of(AnswerCommand.of("NR63S", "YES"), AnswerCommand.of("KET7H", "no"));
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> assessment.answer(oneIsWrong, CATALOGUE, OWNER, NOW))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Refusal.Violation::field)
                        .containsExactly("answers[1].value"));
        assertThat(assessment.profile().progress().answered()).isZero();
        assertThat(assessment.change()).isEmpty();
    }

    @Test
    void refusesAnAnswerToACriterionThatIsNotAsked() {
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> Fixtures.opened()
                        .answer(List.of(AnswerCommand.of("BUQ66", "We check every client.")), CATALOGUE, OWNER, NOW));
    }

    @Test
    void refusesTheSameCriterionTwiceInOneCommand() {
        var twice = List.of(AnswerCommand.of("NR63S", "YES"), AnswerCommand.of("NR63S", "NO"));
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> Fixtures.opened().answer(twice, CATALOGUE, OWNER, NOW));
    }

    @Test
    void aRejectedAnswerCanBeCorrectedUnderReviewAndASettledOneCannot() {
        Assessment assessment = Fixtures.reviewedRejecting("A3CHY");
        assessment.answer(List.of(AnswerCommand.of("A3CHY", "Now it is written.")), CATALOGUE, OWNER, NOW);
        assertThat(assessment.profile().find("A3CHY").orElseThrow().state()).isEqualTo(Answer.State.ANSWERED);
        Assessment again = Fixtures.reviewedRejecting("A3CHY");
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> again.answer(List.of(AnswerCommand.of("NR63S", "NO")), CATALOGUE, OWNER, NOW))
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("answer-settled"));
    }

    @Test
    void aRequiredCriterionAnsweredNoCannotBeAccepted() {
        Assessment assessment = Fixtures.submitted();
        assessment.answer(List.of(AnswerCommand.of("NR63S", "NO")), CATALOGUE, OWNER, NOW);
        Assessment stored = Fixtures.stored(assessment);
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> stored.review(List.of(Judgement.accept("NR63S")), CATALOGUE, ASSESSOR, NOW))
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("answer-not-acceptable"));
    }

    @Test
    void anAcceptedClaimThatACriterionDoesNotApplyCountsAsSuch() {
        Assessment assessment = Fixtures.submitted();
        var claim = AnswerCommand.notApplicable("FWBK2", "We carry no open cargo at all.");
        assessment.answer(List.of(claim), CATALOGUE, OWNER, NOW);
        Assessment stored = Fixtures.stored(assessment);
        stored.review(List.of(Judgement.accept("FWBK2")), CATALOGUE, ASSESSOR, NOW);
        assertThat(stored.profile().find("FWBK2").orElseThrow().state()).isEqualTo(Answer.State.NA_ACCEPTED);
    }

    @Test
    void aRejectionNeedsAComment() {
        assertThatExceptionOfType(Refusal.InvalidInput.class).isThrownBy(() -> Judgement.reject("NR63S", " "));
    }

    @Test
    void refusesCompletionWhileAnAnswerIsNotJudged() {
        Assessment assessment = Fixtures.submitted();
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> assessment.complete("", RULES, ASSESSOR, NOW))
                .satisfies(refusal -> {
                    assertThat(refusal.rule()).isEqualTo("answers-not-judged");
                    assertThat(refusal.violations()).hasSize(Fixtures.asked().size());
                });
    }

    @Test
    void eachFailedMustBecomesACorrectiveActionAndAFailedShouldDoesNot() {
        Assessment assessment = Fixtures.completedRejecting("A3CHY", "TC6R8", "GB6QN");
        assertThat(assessment.actions().all())
                .extracting(CorrectiveAction::id)
                .containsExactlyInAnyOrder("A3CHY-1", "TC6R8-1");
        assertThat(assessment.actions().openMusts()).isEqualTo(2);
        assertThat(assessment.actions().find("A3CHY-1").dueOn())
                .as("day 90 is a Sunday")
                .isEqualTo(TODAY.plusDays(91));
        assertThat(assessment.actions().find("A3CHY-1").weakness()).isEqualTo("This is not enough.");
    }

    @Test
    void aProfileWithoutFailuresIsLowAndOneFailedMustIsNot() {
        assertThat(rating(Fixtures.completedRejecting())).isEqualTo(Band.LOW);
        assertThat(rating(Fixtures.completedRejecting("A3CHY"))).isGreaterThanOrEqualTo(Band.MEDIUM);
    }

    @Test
    void theStoredRatingCanBeRepeatedFromItsInputs() {
        var risk =
                Fixtures.completedRejecting("A3CHY", "GB6QN").snapshot().risk().orElseThrow();
        assertThat(RiskModel.rate(risk.inputs())).isEqualTo(risk.outcome());
        assertThat(risk.inputs().catalogueVersion()).isEqualTo("2026.1");
    }

    @Test
    void aRatingBeforeCompletionIsProvisionalAndStoresNothing() {
        Assessment assessment = Fixtures.reviewedRejecting("A3CHY");
        assertThat(assessment.isRated()).isFalse();
        assertThat(assessment.risk(RULES.riskModel(), CATALOGUE, NOW).outcome().rating())
                .isNotEqualTo(Band.LOW);
        assertThat(assessment.snapshot().risk()).isEmpty();
        assertThat(assessment.change()).isEmpty();
    }

    @Test
    void completingAgainDoesNotDoubleAnOpenAction() {
        Assessment assessment = Fixtures.in(Assessment.State.REOPENED);
        assessment.submit(CATALOGUE, OWNER, NOW);
        Assessment submitted = Fixtures.stored(assessment);
        submitted.complete("", RULES, ASSESSOR, NOW);
        assertThat(submitted.actions().all()).hasSize(1);
    }

    @Test
    void whoAssessedMayNotExempt() {
        Actor both = new Actor(ASSESSOR.id(), Set.of("assessor", "approver"), Optional.empty());
        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() -> Fixtures.reviewedRejecting("A3CHY")
                        .exempt(ScopedCriterion.of("A3CHY"), "Not sealable.", TODAY.plusDays(1), both, NOW));
    }

    @Test
    void anExemptionNeedsTheProposalOfAnotherOfficerAndGoesNoFurther() {
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> Fixtures.reviewedRejecting("A3CHY")
                        .exempt(ScopedCriterion.of("A3CHY"), "Not sealable.", TODAY.plusDays(10), APPROVER, NOW))
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("proposal-needed"));
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> Fixtures.exemptionsProposed(Fixtures.reviewedRejecting("A3CHY"), "A3CHY")
                        .exempt(ScopedCriterion.of("A3CHY"), "Not sealable.", TODAY.plusDays(91), APPROVER, NOW));
        var proposal =
                new ExemptionProposal("A3CHY", APPROVER.id(), "Not sealable.", TODAY.plusDays(10), Scope.COMPANY);
        Assessment own = Fixtures.stored(
                Fixtures.run(Fixtures.reviewedRejecting("A3CHY"), a -> a.propose(proposal, APPROVER, NOW)));
        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() ->
                        own.exempt(ScopedCriterion.of("A3CHY"), "Not sealable.", TODAY.plusDays(10), APPROVER, NOW));
        Actor other = new Actor("user:paula", Set.of("approver"), Optional.empty());
        own.exempt(ScopedCriterion.of("A3CHY"), "Not sealable.", TODAY.plusDays(10), other, NOW);
        assertThat(own.snapshot().exemptionProposals()).isEmpty();
        assertThat(own.snapshot().officers()).contains(APPROVER.id(), other.id());
    }

    @Test
    void everyOfficersActOnTheFileCountsAsAssessingIt() {
        Actor other = new Actor("user:erin", Set.of("assessor"), Optional.empty());
        Assessment reopened = Fixtures.run(
                Fixtures.completedRejecting(),
                a -> a.reopen(Assessment.ReopeningCause.OFFICER, "Look again.", other, NOW));
        Assessment proposed = Fixtures.run(
                Fixtures.completedRejecting(),
                a -> a.proposeAction(ScopedCriterion.of("A3CHY"), "Seals.", RULES, other, NOW));
        Assessment extended = Fixtures.run(
                Fixtures.completedRejecting("A3CHY"),
                a -> a.act("A3CHY-1", ActionStep.extend(TODAY.plusDays(200), "Long lead."), other, NOW));
        assertThat(List.of(reopened, proposed, extended))
                .allSatisfy(a -> assertThat(a.snapshot().officers()).contains(other.id()));
    }

    @Test
    void theCompanysOwnStepsDoNotMakeItAnAssessor() {
        Assessment agreed = Fixtures.run(
                Fixtures.completedRejecting("A3CHY"),
                a -> a.act("A3CHY-1", ActionStep.agree("Security manager", "We write it."), OWNER, NOW));
        assertThat(agreed.snapshot().officers()).containsExactly(ASSESSOR.id());
    }

    @Test
    void whoeverExemptsTheCompanyIsAnnouncedAsHavingHadAHandInTheFileAndMayExemptAgain() {
        Assessment exempted = Fixtures.stored(Fixtures.run(
                Fixtures.exemptionsProposed(Fixtures.reviewedRejecting("A3CHY", "TC6R8"), "A3CHY", "TC6R8"),
                a -> a.exempt(ScopedCriterion.of("A3CHY"), "Not sealable.", TODAY.plusDays(10), APPROVER, NOW)));
        assertThat(exempted.snapshot().officers()).contains(APPROVER.id());
        exempted.exempt(ScopedCriterion.of("TC6R8"), "No trailers.", TODAY.plusDays(10), APPROVER, NOW);
        assertThat(exempted.change()).isPresent();
    }

    @Test
    void anExemptionEndsInTheFutureAndThenCountsNoMore() {
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> Fixtures.reviewedRejecting("A3CHY")
                        .exempt(ScopedCriterion.of("A3CHY"), "Not sealable.", TODAY, APPROVER, NOW));
        Assessment exempted = Fixtures.stored(Fixtures.run(
                Fixtures.exemptionsProposed(Fixtures.reviewedRejecting("A3CHY"), "A3CHY"),
                a -> a.exempt(ScopedCriterion.of("A3CHY"), "Not sealable.", TODAY.plusDays(10), APPROVER, NOW)));
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> exempted.complete("", RULES, ASSESSOR, Fixtures.later(11)))
                .satisfies(refusal -> assertThat(refusal.violations()).hasSize(1));
        exempted.complete("", RULES, ASSESSOR, NOW);
        assertThat(exempted.actions().all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2999-12-31", "-999999999-01-01", "+999999999-12-31"})
    void anExemptionLastsAtMostFiveYears(LocalDate until) {
        Assessment reviewed = Fixtures.reviewedRejecting("A3CHY");
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(() -> reviewed.exempt(ScopedCriterion.of("A3CHY"), "Not sealable.", until, APPROVER, NOW))
                .satisfies(refused -> assertThat(
                                refused.violations().getFirst().message().arguments())
                        .containsExactly(TODAY.plusDays(1), TODAY.plusYears(5)));
    }

    @Test
    void nobodyJudgesTheFileOfTheirOwnCompany() {
        Actor inside = new Actor("user:both", Set.of("assessor"), Optional.of(COMPANY));
        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(
                        () -> Fixtures.submitted().review(List.of(Judgement.accept("NR63S")), CATALOGUE, inside, NOW));
    }

    @Test
    void nobodyElseAnswersForACompany() {
        assertThatExceptionOfType(Refusal.NotAllowed.class)
                .isThrownBy(() ->
                        Fixtures.opened().answer(List.of(AnswerCommand.of("NR63S", "YES")), CATALOGUE, ASSESSOR, NOW));
    }

    @Test
    void onlyTheCompanyAndOfficersKnowThatItExists() {
        Assessment assessment = Fixtures.opened();
        assertThat(assessment.visibleTo(OWNER)).isTrue();
        assertThat(assessment.visibleTo(ASSESSOR)).isTrue();
        assertThat(assessment.visibleTo(STRANGER)).isFalse();
        assertThat(assessment.visibleTo(new Actor("client:border", Set.of("border-system"), Optional.empty())))
                .isFalse();
    }

    @Test
    void theSameFileNameAgainIsTheNextVersion() {
        Assessment assessment = Fixtures.opened();
        assessment.attach(Fixtures.file("A3CHY", "seals.pdf"), Fixtures.LIMITS, OWNER, NOW);
        Assessment stored = Fixtures.stored(assessment);
        stored.attach(Fixtures.file("A3CHY", "seals.pdf"), Fixtures.LIMITS, OWNER, NOW);
        assertThat(stored.evidence().of(ScopedCriterion.of("A3CHY")))
                .extracting(EvidenceFile::fileVersion)
                .containsExactly(1, 2);
    }

    @Test
    void otherLinesOfBusinessAskOtherCriteriaAndKeepTheAnswers() {
        Assessment assessment = Fixtures.answered();
        var importer =
                new ApplicationSnapshot(assessment.id(), 5, COMPANY, Set.of(LineOfBusiness.IMPORTER), "SUBMITTED");
        assessment.follow(importer, CATALOGUE, SELF, NOW);
        assertThat(assessment.profile().find("TC6R8")).isEmpty();
        assertThat(assessment.profile().all())
                .filteredOn(answer -> answer.criterion().equals("TC6R8"))
                .singleElement()
                .satisfies(answer -> assertThat(answer.state()).isEqualTo(Answer.State.ANSWERED));
        assertThat(assessment.profile().find("HA998").orElseThrow().state()).isEqualTo(Answer.State.EMPTY);
    }

    @Test
    void anOlderStateOfTheApplicationChangesNothing() {
        Assessment assessment = Fixtures.opened();
        assessment.follow(Fixtures.application(1, "WITHDRAWN"), CATALOGUE, SELF, NOW);
        assertThat(assessment.change()).isEmpty();
    }

    private static Band rating(Assessment assessment) {
        return assessment.snapshot().risk().orElseThrow().outcome().rating();
    }
}
