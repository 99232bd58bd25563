package org.trustedtrader.enrolment.annualreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.trustedtrader.enrolment.annualreview.ReviewFixtures.RULES;
import static org.trustedtrader.enrolment.membership.Fixtures.aMembershipIn;
import static org.trustedtrader.enrolment.membership.Fixtures.aMembershipInRevalidation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.trustedtrader.enrolment.membership.MembershipState;

/** The member of these tests joined on 23 November 2026; its revalidation opens on 23 November 2029. */
class OpenAnnualReviewsTest {

    private final AnnualReviews reviews = mock();

    @ParameterizedTest
    @CsvSource({
        "2026-11-23,",
        "2027-08-24,",
        "2027-08-25, 2027-11-23",
        "2027-11-23, 2027-11-23",
        "2027-11-24,",
        "2028-08-25, 2028-11-23",
    })
    void opensNinetyDaysBeforeEachAnniversary(LocalDate today, LocalDate anniversary) {
        assertThat(RULES.anniversaryNear(LocalDate.of(2026, 11, 23), today))
                .isEqualTo(Optional.ofNullable(anniversary));
    }

    @Test
    void knowsTheAnniversaryOfALeapDay() {
        assertThat(RULES.anniversaryNear(LocalDate.of(2028, 2, 29), LocalDate.of(2029, 2, 28)))
                .contains(LocalDate.of(2029, 2, 28));
        assertThat(RULES.anniversaryNear(LocalDate.of(2028, 2, 29), LocalDate.of(2032, 2, 28)))
                .contains(LocalDate.of(2032, 2, 29));
    }

    @Test
    void opensAlsoDuringASuspension() {
        for (var state : MembershipState.values()) {
            var lasts = state == MembershipState.ACTIVE || state == MembershipState.SUSPENDED;
            AnnualReviews fresh = mock();
            opening(fresh).openWhenDue(aMembershipIn(state));
            verify(fresh, lasts ? times(1) : never()).createIfAbsent(any());
        }
    }

    @Test
    void anOpenRevalidationCoversTheYear() {
        opening(reviews).openWhenDue(aMembershipInRevalidation());
        var made = ArgumentCaptor.forClass(AnnualReview.class);
        verify(reviews).createIfAbsent(made.capture());
        assertThat(made.getValue().state()).isEqualTo(AnnualReview.State.VOID);
    }

    @Test
    void opensOnce() {
        when(reviews.find(any())).thenReturn(Optional.of(ReviewFixtures.aReviewIn(AnnualReview.State.OPEN)));
        opening(reviews).openWhenDue(aMembershipIn(MembershipState.ACTIVE));
        verify(reviews, never()).createIfAbsent(any());
    }

    private static OpenAnnualReviews opening(AnnualReviews reviews) {
        var clock = Clock.fixed(Instant.parse("2027-09-01T16:00:00Z"), ZoneOffset.UTC);
        return new OpenAnnualReviews(reviews, () -> RULES, clock);
    }
}
