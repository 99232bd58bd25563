package org.trustedtrader.enrolment.annualreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.trustedtrader.enrolment.annualreview.AnnualReview.State.*;
import static org.trustedtrader.enrolment.annualreview.ReviewFixtures.ANNIVERSARY;
import static org.trustedtrader.enrolment.annualreview.ReviewFixtures.HANDED_IN;
import static org.trustedtrader.enrolment.annualreview.ReviewFixtures.aReviewIn;
import static org.trustedtrader.enrolment.membership.Fixtures.aMembershipIn;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.enrolment.membership.MemberReports;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.enrolment.obligation.Obligation.Status;
import org.trustedtrader.enrolment.obligation.ObligationPolicy.Owner;

class ReviewObligationsTest {

    private final AnnualReviews reviews = mock();
    private final MemberReports reports = mock();

    @ParameterizedTest
    @CsvSource({
        "OPEN, false, COMPANY",
        "RETURNED, false, COMPANY",
        "SUBMITTED, false, PROGRAMME",
        "ACCEPTED, true, COMPANY",
    })
    void isOwedUntilItIsAccepted(AnnualReview.State state, boolean met, Owner turn) {
        assertThat(owed(aReviewIn(state))).containsExactly(new Status(ANNIVERSARY, met, turn));
    }

    @Test
    void nothingIsOwedForAYearThatIsVoid() {
        assertThat(owed(aReviewIn(VOID))).isEmpty();
    }

    /** The review stated a change at its submission; the assessment has taken in the submission of that day, or none. */
    @ParameterizedTest
    @CsvSource({
        "COMPLETED,, PROGRAMME, WITH_PROGRAMME",
        "COMPLETED, 2026-09-30T16:00:00Z, PROGRAMME, WITH_PROGRAMME",
        "REOPENED, 2026-09-30T16:00:00Z, PROGRAMME, WITH_PROGRAMME",
        "REOPENED, 2027-09-30T16:00:00Z, COMPANY, WITH_COMPANY",
        "OPEN, 2027-09-30T16:00:00Z, COMPANY, WITH_COMPANY",
        "SUBMITTED, 2027-09-30T16:00:00Z, PROGRAMME, WITH_PROGRAMME",
        "COMPLETED, 2027-09-30T16:00:00Z, PROGRAMME, ASSESSED",
    })
    void followsTheAssessmentOfStatedChanges(
            String assessment, @Nullable Instant takenIn, Owner turn, StatedChanges changes) {
        var review = aReviewIn(AnnualReview.State.SUBMITTED, true);
        assertThat(review.snapshot().changesStatedAt()).isEqualTo(HANDED_IN);
        when(reports.assessment("m1"))
                .thenReturn(Optional.of(
                        new MemberReports.AssessmentReport(assessment, null, Set.of(), List.of(), takenIn, null)));
        assertThat(StatedChanges.of(review.snapshot(), reports)).isEqualTo(changes);
        assertThat(owed(review)).containsExactly(new Status(ANNIVERSARY, false, turn));
    }

    @Test
    void anAssessmentThatNobodyReportedIsWithTheProgramme() {
        var review = aReviewIn(AnnualReview.State.SUBMITTED, true);
        assertThat(StatedChanges.of(review.snapshot(), reports)).isEqualTo(StatedChanges.WITH_PROGRAMME);
    }

    private Collection<Status> owed(AnnualReview review) {
        var member = aMembershipIn(MembershipState.ACTIVE);
        when(reviews.ofMembership(member.id())).thenReturn(List.of(review));
        return new ReviewObligations(reviews, reports).owed(member).values();
    }
}
