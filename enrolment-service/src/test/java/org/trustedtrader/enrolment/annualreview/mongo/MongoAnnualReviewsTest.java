package org.trustedtrader.enrolment.annualreview.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.enrolment.EventSamples.assertSample;
import static org.trustedtrader.enrolment.annualreview.ReviewFixtures.aReviewIn;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustedtrader.enrolment.annualreview.AnnualReview;
import org.trustedtrader.enrolment.annualreview.AnnualReview.State;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.test.GoldenDocuments;

class MongoAnnualReviewsTest {

    @Test
    void isStoredAsInGit() {
        GoldenDocuments.matches(
                MongoAnnualReviews.TYPE, aReviewIn(State.OPEN, false), "golden/annual-review-open.json");
        GoldenDocuments.matches(
                MongoAnnualReviews.TYPE, aReviewIn(State.RETURNED, true), "golden/annual-review-returned.json");
    }

    @ParameterizedTest
    @EnumSource
    void givesBackWhatItStored(State state) {
        var review = aReviewIn(state, true);
        AnnualReview restored = MongoAnnualReviews.TYPE.restore(
                new Aggregate.Stored(review.id(), 3, Map.of()), MongoAnnualReviews.TYPE.state(review));
        assertThat(restored.snapshot()).isEqualTo(review.snapshot());
    }

    @Test
    void announcesWhatTheSampleSays() {
        assertSample(
                "enrolment.annual-review.submitted.v1",
                MongoAnnualReviews.TYPE.payload(aReviewIn(State.SUBMITTED, true)));
    }
}
