package org.trustedtrader.assessment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.trustedtrader.assessment.review.Fixtures.ASSESSOR;
import static org.trustedtrader.assessment.review.Fixtures.AT;
import static org.trustedtrader.assessment.review.Fixtures.CATALOGUE;
import static org.trustedtrader.assessment.review.Fixtures.NOW;
import static org.trustedtrader.assessment.review.Fixtures.OWNER;
import static org.trustedtrader.assessment.review.Fixtures.RULES;
import static org.trustedtrader.assessment.review.Fixtures.SELF;
import static org.trustedtrader.assessment.review.Fixtures.annualReview;
import static org.trustedtrader.assessment.review.Fixtures.run;
import static org.trustedtrader.assessment.review.Fixtures.stored;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.assessment.profile.Answer;
import org.trustedtrader.assessment.profile.Judgement;
import org.trustedtrader.platform.refusal.Refusal;

class AnnualReviewChangesTest {

    private static final Instant STATED = AT.plusSeconds(90);

    @Test
    void openACompletedAssessmentAgainForTheirCriteriaOnly() {
        Assessment assessment = Fixtures.completedRejecting();
        assessment.follow(annualReview(3, STATED, "A3CHY"), SELF, NOW);
        assertThat(assessment.state()).isEqualTo(Assessment.State.REOPENED);
        assertThat(assessment.snapshot().completedAt()).isEmpty();
        assertThat(assessment.snapshot().changesStatedAt()).contains(STATED);
        assertThat(assessment.change().orElseThrow().reason())
                .startsWith("CHANGE")
                .contains("A3CHY");
        assertThat(assessment.profile().applicable())
                .allSatisfy(answer -> assertThat(answer.state())
                        .isEqualTo(answer.criterion().equals("A3CHY") ? Answer.State.ANSWERED : Answer.State.ACCEPTED));
    }

    @ParameterizedTest
    @EnumSource
    void leaveTheStateOfAnAssessmentThatIsUnderWay(Assessment.State state) {
        Assessment assessment = Fixtures.in(state);
        assessment.follow(annualReview(3, STATED, "TC6R8"), SELF, NOW);
        var closed = state == Assessment.State.CLOSED;
        assertThat(assessment.state())
                .isEqualTo(state == Assessment.State.COMPLETED ? Assessment.State.REOPENED : state);
        assertThat(assessment.change().isPresent()).isEqualTo(!closed);
        assertThat(assessment.snapshot().changesStatedAt()).isEqualTo(closed ? Optional.empty() : Optional.of(STATED));
    }

    @Test
    void countOnceWhateverIsAnnouncedAfterwards() {
        Assessment completed = completeAgain(Fixtures.withStatedChanges());
        for (var later : List.of(
                annualReview(4, STATED),
                annualReview(3, STATED.plusSeconds(9), "A3CHY"),
                new AnnualReviewSnapshot("r1", Fixtures.ID, 5, Optional.empty(), Set.of()),
                new AnnualReviewSnapshot("r0", Fixtures.ID, 9, Optional.of(AT), Set.of(ScopedCriterion.of("A3CHY"))))) {
            completed.follow(later, SELF, NOW);
            assertThat(completed.change()).as(later.toString()).isEmpty();
        }
        completed.follow(annualReview(6, STATED.plusSeconds(60), "A3CHY"), SELF, NOW);
        assertThat(completed.state()).isEqualTo(Assessment.State.REOPENED);
    }

    @Test
    void haveToBeJudgedBeforeTheAssessmentIsCompletedAgain() {
        Assessment submitted = stored(run(Fixtures.withStatedChanges(), a -> a.submit(CATALOGUE, OWNER, NOW)));
        assertThatExceptionOfType(Refusal.RuleBroken.class)
                .isThrownBy(() -> submitted.complete("", RULES, ASSESSOR, NOW))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Refusal.Violation::field)
                        .containsExactly("A3CHY"));
        assertThat(completeAgain(Fixtures.withStatedChanges()).state()).isEqualTo(Assessment.State.COMPLETED);
    }

    private static Assessment completeAgain(Assessment reopened) {
        Assessment submitted = stored(run(reopened, a -> a.submit(CATALOGUE, OWNER, NOW)));
        Assessment judged =
                stored(run(submitted, a -> a.review(List.of(Judgement.accept("A3CHY")), CATALOGUE, ASSESSOR, NOW)));
        return stored(run(judged, a -> a.complete("", RULES, ASSESSOR, NOW)));
    }
}
