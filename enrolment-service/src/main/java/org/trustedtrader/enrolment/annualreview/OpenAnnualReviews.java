package org.trustedtrader.enrolment.annualreview;

import java.time.Clock;
import java.util.function.Supplier;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.calendar.BusinessCalendar;

/**
 * Opens the review of a membership's year when its time has come, and closes it when the membership ends. A year whose time
 * passed without the platform running is not made up for: the programme's own delay takes nothing away.
 */
public final class OpenAnnualReviews {

    private static final Actor PLATFORM = Actor.service("enrolment");

    private final AnnualReviews reviews;
    private final Supplier<AnnualReviewRules> rules;
    private final Clock clock;

    public OpenAnnualReviews(AnnualReviews reviews, Supplier<AnnualReviewRules> rules, Clock clock) {
        this.reviews = reviews;
        this.rules = rules;
        this.clock = clock;
    }

    /** A revalidation that is open at that time covers the year; otherwise, or if the review is there, nothing changes. */
    public void openWhenDue(Membership membership) {
        var s = membership.snapshot();
        if (s.state() != MembershipState.ACTIVE && s.state() != MembershipState.SUSPENDED) {
            return;
        }
        var at = clock.instant();
        rules.get()
                .anniversaryNear(s.memberSince(), BusinessCalendar.shipped().dayOf(at))
                .map(day -> new AnnualReview.Subject(membership.id(), s.company(), day))
                .filter(subject -> reviews.find(subject.reviewId()).isEmpty())
                .map(subject -> s.revalidation() == null
                        ? AnnualReview.open(subject, rules.get(), PLATFORM, at)
                        : AnnualReview.coveredByRevalidation(subject, rules.get(), PLATFORM, at))
                .ifPresent(reviews::createIfAbsent);
    }

    /** The membership ended. */
    public void closeAll(String membershipId) {
        reviews.ofMembership(membershipId).stream()
                .filter(review -> review.state().pending())
                .forEach(review ->
                        reviews.react(review.id(), r -> r.close("the membership ended", PLATFORM, clock.instant())));
    }
}
