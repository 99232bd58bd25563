package org.trustedtrader.enrolment.annualreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.trustedtrader.enrolment.annualreview.AnnualReview.State.OPEN;
import static org.trustedtrader.enrolment.annualreview.ReviewFixtures.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.enrolment.annualreview.ReviewChecklist.CompanyRecord;
import org.trustedtrader.enrolment.annualreview.ReviewChecklist.Gap;
import org.trustedtrader.enrolment.annualreview.SecurityProfiles.Criterion;
import org.trustedtrader.enrolment.annualreview.SecurityProfiles.Partners;
import org.trustedtrader.enrolment.annualreview.SecurityProfiles.Profile;
import org.trustedtrader.platform.refusal.Refusal;

class ReviewChecklistTest {

    @Test
    void isCompleteWhenEverythingIsAffirmedAndConfirmed() {
        checklist(aReviewIn(OPEN)).requireComplete();
        checklist(aReviewIn(OPEN, true)).requireComplete();
    }

    @Test
    void namesEverythingThatAFreshReviewLacks() {
        var fresh = AnnualReview.open(SUBJECT, RULES, PLATFORM, OPENED);
        var refused = catchThrowableOfType(
                Refusal.RuleBroken.class, () -> checklist(fresh).requireComplete());
        assertThat(refused.rule()).isEqualTo("review-incomplete");
        assertThat(refused.violations())
                .extracting(Refusal.Violation::field)
                .containsExactly("c1", "c2", "SITES", "CONTACTS", "PARTNERS");
    }

    @ParameterizedTest
    @CsvSource({
        "EMPTY, 4, false, false, NOT_ANSWERED",
        "ACCEPTED, 5, false, false, ANSWERED_SINCE",
        "ACCEPTED, 4, true, false, EVIDENCE_EXPIRED",
        "EXEMPTED, 4, false, true, EXEMPTION_OVER",
        "REJECTED, 4, false, false,",
        "NA_ACCEPTED, 4, false, false,",
    })
    void findsTheGapOfAnAffirmedCriterion(
            String answer, long version, boolean evidenceMissing, boolean exemptionOver, @Nullable Gap gap) {
        var criterion = new Criterion("c1", "MUST", answer, version, evidenceMissing, null, exemptionOver, null);
        assertThat(gapOf(aReviewIn(OPEN), "c1", criterion)).isEqualTo(gap);
    }

    @Test
    void asksNothingMoreAboutAnAnswerThatChangedSinceTheAssessmentWill() {
        var expired = new Criterion("c2", "MUST", "ACCEPTED", 4, true, null, true, null);
        assertThat(gapOf(aReviewIn(OPEN, true), "c2", expired)).isNull();
    }

    @Test
    void asksForEachLineAndEachSite() {
        var dock = new Criterion("c1", "MUST", "ACCEPTED", 9, false, null, false, "site=dock");
        var profile = new Profile(List.of(good("c1"), good("c2"), dock), PROFILE.partners());
        var review = aReviewIn(OPEN);
        assertThat(ReviewChecklist.of(review.snapshot(), profile, RECORD).criteria())
                .extracting(item -> item.criterion().key() + " " + item.gap())
                .containsExactly("c1 null", "c2 null", "site=dock/c1 NOT_AFFIRMED");
        review.affirm(
                List.of(new AnnualReview.CriterionStatement("c1", AnnualReview.Statement.AFFIRMED, null, "site=dock")),
                profile,
                OWNER,
                HANDED_IN);
        ReviewChecklist.of(review.snapshot(), profile, RECORD).requireComplete();
        assertThat(review.snapshot().affirmations())
                .extracting(one -> one.key())
                .contains("c1", "site=dock/c1");
    }

    /** Such as that of a site which is new since the assessment: the company says so, and the assessment asks it then. */
    @Test
    void anAnswerThatIsMissingCanBeStatedAsAChange() {
        var fresh = new Criterion("c3", "MUST", "EMPTY", 0, false, null, false, "site=new");
        var profile = new Profile(List.of(good("c1"), good("c2"), fresh), PROFILE.partners());
        var review = aReviewIn(OPEN);
        review.affirm(
                List.of(new AnnualReview.CriterionStatement(
                        "c3", AnnualReview.Statement.CHANGED, "The site opened in May.", "site=new")),
                profile,
                OWNER,
                HANDED_IN);
        ReviewChecklist.of(review.snapshot(), profile, RECORD).requireComplete();
        assertThat(review.snapshot().changed()).containsExactly("site=new/c3");
    }

    @Test
    void asksAgainForListsThatMovedSince() {
        var moved = ReviewChecklist.of(
                aReviewIn(OPEN).snapshot(),
                new Profile(PROFILE.criteria(), new Partners("chain-2", List.of())),
                new CompanyRecord(8, 1, 1));
        assertThat(moved.lists()).extracting(ReviewChecklist.ListItem::gap).containsOnly(Gap.MOVED_SINCE);
        assertThat(moved.lists())
                .extracting(ReviewChecklist.ListItem::recordVersion)
                .containsExactly("8", "8", "chain-2");
    }

    private static @Nullable Gap gapOf(AnnualReview review, String id, Criterion criterion) {
        var profile = new Profile(List.of(criterion), PROFILE.partners());
        return ReviewChecklist.of(review.snapshot(), profile, RECORD).criteria().stream()
                .filter(item -> item.criterion().id().equals(id))
                .findFirst()
                .orElseThrow()
                .gap();
    }
}
