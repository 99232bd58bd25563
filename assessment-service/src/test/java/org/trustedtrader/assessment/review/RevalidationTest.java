package org.trustedtrader.assessment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.trustedtrader.assessment.review.Fixtures.APPROVER;
import static org.trustedtrader.assessment.review.Fixtures.ASSESSOR;
import static org.trustedtrader.assessment.review.Fixtures.AT;
import static org.trustedtrader.assessment.review.Fixtures.CATALOGUE;
import static org.trustedtrader.assessment.review.Fixtures.CATALOGUES;
import static org.trustedtrader.assessment.review.Fixtures.ID;
import static org.trustedtrader.assessment.review.Fixtures.NOW;
import static org.trustedtrader.assessment.review.Fixtures.OWNER;
import static org.trustedtrader.assessment.review.Fixtures.RULES;
import static org.trustedtrader.assessment.review.Fixtures.SELF;
import static org.trustedtrader.assessment.review.Fixtures.TODAY;
import static org.trustedtrader.assessment.review.Fixtures.application;
import static org.trustedtrader.assessment.review.Fixtures.membership;
import static org.trustedtrader.assessment.review.Fixtures.membershipIn;
import static org.trustedtrader.assessment.review.Fixtures.membershipWithoutRevalidation;
import static org.trustedtrader.assessment.review.Fixtures.stored;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.assessment.action.ActionStep;
import org.trustedtrader.assessment.action.CorrectiveAction;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.assessment.profile.Answer;
import org.trustedtrader.assessment.profile.EvidenceFile;
import org.trustedtrader.assessment.profile.Judgement;
import org.trustedtrader.assessment.review.MembershipSnapshots.MembershipSnapshot;
import org.trustedtrader.assessment.risk.Band;
import org.trustedtrader.platform.refusal.Refusal;

class RevalidationTest {

    private static final Instant FIRST = AT.plus(Duration.ofDays(3 * 365));
    private static final Instant SECOND = AT.plus(Duration.ofDays(7 * 365));

    @Test
    void opensACompletedAssessmentAgainInThePlatformsName() {
        Assessment assessment = Fixtures.completedRejecting();
        assessment.follow(membership(5, FIRST), Fixtures.CATALOGUE, SELF, NOW);
        assertThat(assessment.snapshot().completedAt()).isEmpty();
        assertThat(assessment.snapshot().revalidationOpenedAt()).contains(FIRST);
        var change = assessment.change().orElseThrow();
        assertThat(change.name()).isEqualTo("revalidation-opened");
        assertThat(change.from() + " → " + change.to()).isEqualTo("COMPLETED → REOPENED");
        assertThat(change.actor()).isEqualTo(SELF);
        assertThat(change.reason()).startsWith("REVALIDATION").contains(FIRST.toString());
    }

    @Test
    void asksWhatTheLinesOfBusinessAreAskedThatTheMembershipHasNow() {
        Assessment assessment = Fixtures.completedRejecting();
        var before = Set.copyOf(assessment.profile().all());
        var lines = Set.of(LineOfBusiness.HIGHWAY_CARRIER, LineOfBusiness.WAREHOUSE_OPERATOR);
        assessment.follow(
                new MembershipSnapshot(Fixtures.ID, 5, Optional.of(FIRST), lines, Optional.of("ACTIVE")),
                Fixtures.CATALOGUE,
                SELF,
                NOW);
        assertThat(assessment.snapshot().linesOfBusiness()).isEqualTo(lines);
        assertThat(assessment.profile().all()).hasSizeGreaterThan(before.size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Assessment.State.class,
            names = {"OPEN", "SUBMITTED", "REOPENED"})
    void anAssessmentThatIsUnderWayNotesTheOpeningAndGoesOn(Assessment.State state) {
        Assessment assessment = Fixtures.in(state);
        assessment.follow(membership(5, FIRST), Fixtures.CATALOGUE, SELF, NOW);
        assertThat(assessment.state()).isEqualTo(state);
        assertThat(assessment.snapshot().revalidationOpenedAt()).contains(FIRST);
    }

    @Test
    void aClosedAssessmentTakesNoPart() {
        Assessment closed = Fixtures.closed();
        closed.follow(membership(5, FIRST), Fixtures.CATALOGUE, SELF, NOW);
        assertThat(closed.change()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Assessment.State.class,
            names = {"CLOSED"},
            mode = EnumSource.Mode.EXCLUDE)
    void theEndOfTheMembershipClosesAnAssessmentOnce(Assessment.State state) {
        for (String end : List.of("WITHDRAWN", "CANCELLED_FINAL")) {
            Assessment assessment = Fixtures.in(state);
            assessment.follow(membershipIn(end, 5), CATALOGUE, SELF, NOW);
            assertThat(assessment.state()).isEqualTo(Assessment.State.CLOSED);
            assertThat(assessment.change().orElseThrow().reason()).contains(end);
            Assessment closed = stored(assessment);
            closed.follow(membershipIn(end, 5), CATALOGUE, SELF, NOW);
            assertThat(closed.change()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUSPENDED", "CANCELLED", "APPEAL_PENDING"})
    void aMembershipThatMayComeBackClosesNothing(String state) {
        Assessment assessment = Fixtures.inRevalidation();
        assessment.follow(membershipIn(state, 9), CATALOGUE, SELF, NOW);
        assertThat(assessment.change()).isEmpty();
    }

    @Test
    void theSameOpeningCountsOnceAndTheNextOneAgain() {
        Assessment refreshed = completeAgain(Fixtures.inRevalidation());
        Instant opening = refreshed.snapshot().revalidationOpenedAt().orElseThrow();
        refreshed.follow(membership(6, opening), Fixtures.CATALOGUE, SELF, NOW);
        refreshed.follow(membershipWithoutRevalidation(7), Fixtures.CATALOGUE, SELF, NOW);
        assertThat(refreshed.change()).isEmpty();
        refreshed.follow(membership(8, SECOND), Fixtures.CATALOGUE, SELF, NOW);
        assertThat(refreshed.state()).isEqualTo(Assessment.State.REOPENED);
    }

    @Test
    void anOlderStateOfTheMembershipChangesNothing() {
        Assessment assessment = completeAgain(Fixtures.inRevalidation());
        assessment.follow(membership(4, FIRST), Fixtures.CATALOGUE, SELF, NOW);
        assertThat(assessment.change()).isEmpty();
    }

    @Test
    void theAnswersStandAndWhatWasAcceptedIsJudgedAgain() {
        Assessment assessment = Fixtures.inRevalidation("A3CHY");
        assertThat(assessment.profile().progress().answered())
                .isEqualTo(assessment.profile().progress().total());
        assertThat(assessment.profile().find("A3CHY").orElseThrow().state()).isEqualTo(Answer.State.REJECTED);
        assertThat(assessment.profile().applicable())
                .filteredOn(answer -> !answer.criterion().equals("A3CHY"))
                .allSatisfy(answer -> {
                    assertThat(answer.state()).isEqualTo(Answer.State.ANSWERED);
                    assertThat(answer.value()).isPresent();
                });
        Assessment submitted = stored(Fixtures.run(assessment, a -> a.submit(CATALOGUE, OWNER, NOW)));
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> submitted.complete("", RULES, ASSESSOR, NOW))
                .satisfies(refusal -> assertThat(refusal.rule()).isEqualTo("answers-not-judged"));
    }

    @Test
    void anExemptionEndsWithItsDayAndNotWithTheRevalidation() {
        Assessment exempted = stored(Fixtures.run(
                Fixtures.exemptionsProposed(Fixtures.reviewedRejecting("A3CHY"), "A3CHY"),
                a -> a.exempt(ScopedCriterion.of("A3CHY"), "Not sealable.", TODAY.plusDays(10), APPROVER, NOW)));
        Assessment completed = stored(Fixtures.run(exempted, a -> a.complete("", RULES, ASSESSOR, NOW)));
        completed.follow(membership(5, FIRST), Fixtures.CATALOGUE, SELF, NOW);
        assertThat(completed.profile().find("A3CHY").orElseThrow().state()).isEqualTo(Answer.State.EXEMPTED);
    }

    @Test
    void evidenceThatHasExpiredIsMissing() {
        Assessment assessment = Fixtures.opened();
        var criteria = Fixtures.asked().stream()
                .filter(criterion -> criterion.evidence().required())
                .toList();
        for (var criterion : criteria) {
            assessment = stored(Fixtures.run(
                    assessment, a -> a.attach(until(criterion.id(), 30), Fixtures.LIMITS, OWNER, NOW)));
        }
        assessment = stored(Fixtures.run(assessment, a -> a.answer(Fixtures.goodAnswers(), CATALOGUE, OWNER, NOW)));
        assessment = stored(Fixtures.run(assessment, a -> a.declare(Fixtures.CHAIN, OWNER, NOW)));
        assessment = stored(Fixtures.run(assessment, a -> a.submit(CATALOGUE, OWNER, NOW)));
        assessment = stored(Fixtures.run(assessment, RevalidationTest::acceptEverything));
        assessment = stored(Fixtures.run(assessment, a -> a.complete("", RULES, ASSESSOR, NOW)));
        Assessment revalidated = stored(Fixtures.run(
                assessment, a -> a.follow(membership(5, FIRST), Fixtures.CATALOGUE, SELF, Fixtures.later(31))));
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> revalidated.submit(CATALOGUE, OWNER, Fixtures.later(31)))
                .satisfies(refusal -> assertThat(refusal.violations()).hasSameSizeAs(criteria));
        revalidated.submit(CATALOGUE, OWNER, Fixtures.later(30));
    }

    /** The version before completed assessments without a chain. */
    @Test
    void aMemberWithoutASupplyChainKeepsItsRatingUntilItsRevalidation() {
        Assessment before = Fixtures.withoutChain(Fixtures.completedRejecting());
        assertThat(before.isRated()).isTrue();
        assertThat(before.risk(RULES.riskModel(), CATALOGUE, NOW).outcome().rating())
                .isEqualTo(Band.LOW);
        Assessment revalidated =
                stored(Fixtures.run(before, a -> a.follow(membership(5, FIRST), Fixtures.CATALOGUE, SELF, NOW)));
        assertThat(revalidated.risk(RULES.riskModel(), CATALOGUE, NOW).outcome().rating())
                .isEqualTo(Band.UNRATED);
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> revalidated.submit(CATALOGUE, OWNER, NOW))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Refusal.Violation::field)
                        .containsExactly("supplyChain"));
    }

    @Test
    void noOfficerOpensTheFileInTheNameOfARevalidation() {
        Assessment completed = Fixtures.completedRejecting();
        assertThatExceptionOfType(Refusal.InvalidInput.class)
                .isThrownBy(
                        () -> completed.reopen(Assessment.ReopeningCause.REVALIDATION, "It is time.", ASSESSOR, NOW));
        assertThat(completed.change()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Assessment.State.class,
            names = {"COMPLETED", "REOPENED"})
    void aCorrectiveActionGoesOnToItsEndWhileTheMembershipLasts(Assessment.State state) {
        Assessment assessment = Fixtures.in(state);
        for (ActionStep step : List.of(
                ActionStep.agree("Security manager", "We write it."),
                ActionStep.start(),
                ActionStep.submit("Written."),
                ActionStep.reject("Not signed."),
                ActionStep.start(),
                ActionStep.submit("Signed."),
                ActionStep.verify("Seen."))) {
            var actor = step.byCompany() ? OWNER : ASSESSOR;
            assessment.act("A3CHY-1", step, actor, NOW);
            assertThat(assessment.change().orElseThrow().name()).isEqualTo(step.name());
            assessment = stored(assessment);
        }
        assertThat(assessment.state()).isEqualTo(state);
        assertThat(assessment.actions().find("A3CHY-1").state()).isEqualTo(CorrectiveAction.State.VERIFIED);
        assertThat(assessment.actions().openMusts()).isZero();
    }

    @Test
    void anyOrderWithAnyDuplicatesOpensForTheNewestRevalidationOnly() {
        List<MembershipSnapshot> story = List.of(
                membershipWithoutRevalidation(1),
                membership(2, FIRST),
                membership(3, FIRST),
                membershipWithoutRevalidation(4),
                membership(5, SECOND));
        for (int seed = 0; seed < 200; seed++) {
            var assessments = new InMemory.StoredAssessments();
            var follow = followInto(assessments);
            List<Runnable> told = new ArrayList<>();
            story.forEach(membership -> told.addAll(Collections.nCopies(2, () -> follow.follow(membership))));
            told.add(() -> follow.follow(application(7, "APPROVED")));
            Collections.shuffle(told, new Random(seed));
            told.forEach(Runnable::run);
            assertThat(assessments.find(ID).orElseThrow().snapshot().revalidationOpenedAt())
                    .as("order of seed " + seed)
                    .isEqualTo(Optional.of(SECOND));
        }
    }

    @Test
    void anOpeningThatComesAfterItsRevalidationWasCompletedOpensNothing() {
        var assessments = new InMemory.StoredAssessments();
        var follow = followInto(assessments);
        assessments.createIfAbsent(Assessment.open(application(2, "SUBMITTED"), List.of(), CATALOGUE, SELF, NOW));
        follow.follow(membershipWithoutRevalidation(4));
        follow.follow(membership(2, FIRST));
        assertThat(assessments.find(ID).orElseThrow().snapshot().revalidationOpenedAt())
                .isEmpty();
    }

    private static FollowApplication followInto(Assessments assessments) {
        return new FollowApplication(
                assessments,
                new InMemory.Applications(),
                new InMemory.Memberships(),
                new AskedCriteria(CATALOGUES, new InMemory.Companies()),
                Fixtures.clock());
    }

    private static Assessment completeAgain(Assessment reopened) {
        Assessment submitted = stored(Fixtures.run(reopened, a -> a.submit(CATALOGUE, OWNER, NOW)));
        Assessment judged = stored(Fixtures.run(submitted, RevalidationTest::acceptEverything));
        return stored(Fixtures.run(judged, a -> a.complete("", RULES, ASSESSOR, NOW)));
    }

    private static void acceptEverything(Assessment submitted) {
        var judgements = Fixtures.asked().stream()
                .map(criterion -> Judgement.accept(criterion.id()))
                .toList();
        submitted.review(judgements, CATALOGUE, ASSESSOR, NOW);
    }

    private static EvidenceFile until(String criterion, int days) {
        var file = Fixtures.file(criterion, "proof.pdf");
        return new EvidenceFile(
                file.id(),
                file.content(),
                criterion,
                file.kind(),
                file.fileName(),
                1,
                file.contentType(),
                file.size(),
                file.sha256(),
                Optional.of(TODAY.plusDays(days)),
                AT,
                file.scope());
    }
}
