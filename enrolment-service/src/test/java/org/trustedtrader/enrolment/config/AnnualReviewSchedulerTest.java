package org.trustedtrader.enrolment.config;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.annualreview.AnnualReviewRules;
import org.trustedtrader.enrolment.annualreview.AnnualReviews;
import org.trustedtrader.enrolment.annualreview.OpenAnnualReviews;
import org.trustedtrader.enrolment.membership.Fixtures;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.enrolment.membership.Memberships;

/** The member of these tests joined on 23 November 2026. */
class AnnualReviewSchedulerTest {

    private static final Instant IN_TIME = Instant.parse("2027-09-01T16:00:00Z");

    private final Membership member = Fixtures.aMembershipIn(MembershipState.ACTIVE);
    private final Memberships memberships = mock();
    private final AnnualReviews reviews = mock();
    private final Clock clock = mock();
    private final AnnualReviewScheduler scheduler = new AnnualReviewScheduler(
            memberships, new OpenAnnualReviews(reviews, () -> new AnnualReviewRules(90, 30, "a test"), clock), clock);

    @BeforeEach
    void aDayOnWhichTheReviewIsOpen() {
        when(clock.instant()).thenReturn(IN_TIME);
        when(memberships.page(Optional.empty(), Optional.empty(), Optional.empty(), 500))
                .thenReturn(List.of(member));
    }

    @Test
    void looksAtEveryMemberOnceADayAndAtEachStart() {
        scheduler.openReviews();
        scheduler.openReviews();
        verify(reviews, times(1)).createIfAbsent(any());
        when(clock.instant()).thenReturn(IN_TIME.plus(Duration.ofDays(1)));
        scheduler.openReviews();
        verify(reviews, times(2)).createIfAbsent(any());
    }

    @Test
    void goesOnWithTheNextPage() {
        when(memberships.page(Optional.empty(), Optional.empty(), Optional.empty(), 500))
                .thenReturn(Collections.nCopies(500, member));
        when(memberships.page(Optional.empty(), Optional.empty(), Optional.of(member.id()), 500))
                .thenReturn(List.of(member));
        for (int run = 0; run < 3; run++) {
            scheduler.openReviews();
        }
        verify(reviews, times(501)).createIfAbsent(any());
    }

    @Test
    void aMemberThatFailsIsTriedAgainAndHoldsUpNoOther() {
        when(memberships.page(Optional.empty(), Optional.empty(), Optional.empty(), 500))
                .thenReturn(List.of(member, member));
        doThrow(new IllegalStateException("no answer")).when(reviews).createIfAbsent(any());
        scheduler.openReviews();
        verify(reviews, times(2)).createIfAbsent(any());
        doReturn(true).when(reviews).createIfAbsent(any());
        scheduler.openReviews();
        scheduler.openReviews();
        verify(reviews, times(4)).createIfAbsent(any());
    }
}
