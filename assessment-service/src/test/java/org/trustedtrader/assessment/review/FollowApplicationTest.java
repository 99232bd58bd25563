package org.trustedtrader.assessment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.assessment.review.Fixtures.CATALOGUES;
import static org.trustedtrader.assessment.review.Fixtures.ID;
import static org.trustedtrader.assessment.review.Fixtures.application;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowApplicationTest {

    private final InMemory.StoredAssessments assessments = new InMemory.StoredAssessments();
    private final FollowApplication follow = followInto(assessments);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SUBMITTED",
                "COMPLETENESS_CHECK",
                "RETURNED_INCOMPLETE",
                "ACCEPTED",
                "IN_REVIEW",
                "DECISION",
                "APPROVED"
            })
    void opensOnWhicheverStateArrivesFirst(String state) {
        follow.follow(application(7, state));
        assertThat(assessments.find(ID)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DRAFT", "WITHDRAWN", "LAPSED", "DENIED"})
    void doesNotOpenForWhatWasNotFiledOrHasEnded(String state) {
        follow.follow(application(7, state));
        assertThat(assessments.find(ID)).isEmpty();
    }

    @Test
    void opensOnceHoweverOftenItIsTold() {
        follow.follow(application(2, "SUBMITTED"));
        follow.follow(application(2, "SUBMITTED"));
        follow.follow(application(3, "ACCEPTED"));
        assertThat(assessments.changes).containsExactly("opened");
    }

    @Test
    void aSubmissionThatComesAfterTheWithdrawalOpensNothing() {
        follow.follow(application(4, "WITHDRAWN"));
        follow.follow(application(2, "SUBMITTED"));
        assertThat(assessments.find(ID)).isEmpty();
    }

    @Test
    void anyOrderWithAnyDuplicatesEndsTheSame() {
        List<ApplicationSnapshot> story = List.of(
                application(1, "DRAFT"),
                application(2, "SUBMITTED"),
                application(3, "ACCEPTED"),
                application(4, "IN_REVIEW"),
                application(5, "LAPSED"));
        for (int seed = 0; seed < 200; seed++) {
            var fresh = new InMemory.StoredAssessments();
            var following = followInto(fresh);
            List<ApplicationSnapshot> told = new ArrayList<>(story);
            told.addAll(story);
            Collections.shuffle(told, new Random(seed));
            told.forEach(following::follow);
            assertThat(fresh.find(ID).map(a -> a.snapshot().state()))
                    .as("order of seed " + seed)
                    .isIn(Optional.empty(), Optional.of(Assessment.State.CLOSED));
        }
    }

    private static FollowApplication followInto(Assessments assessments) {
        return new FollowApplication(
                assessments,
                new InMemory.Applications(),
                new InMemory.Memberships(),
                new AskedCriteria(CATALOGUES, new InMemory.Companies()),
                Fixtures.clock());
    }
}
