package org.trustedtrader.enrolment.annualreview;

import static org.trustedtrader.enrolment.obligation.ObligationPolicy.Owner.COMPANY;
import static org.trustedtrader.enrolment.obligation.ObligationPolicy.Owner.PROGRAMME;

import java.util.LinkedHashMap;
import java.util.Map;
import org.trustedtrader.enrolment.membership.MemberReports;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.obligation.Obligation.Status;
import org.trustedtrader.enrolment.obligation.Obligation.Subject;
import org.trustedtrader.enrolment.obligation.ObligationPolicies;
import org.trustedtrader.enrolment.obligation.ObligationPolicy.Owner;
import org.trustedtrader.enrolment.obligation.ObligationSource;

/** A review is owed from its opening until an officer accepts it; while the programme has the turn, its delay counts for nothing. */
public final class ReviewObligations implements ObligationSource {

    private final AnnualReviews reviews;
    private final MemberReports reports;

    public ReviewObligations(AnnualReviews reviews, MemberReports reports) {
        this.reviews = reviews;
        this.reports = reports;
    }

    @Override
    public Map<Subject, Status> owed(Membership membership) {
        var owed = new LinkedHashMap<Subject, Status>();
        for (var review : reviews.ofMembership(membership.id())) {
            var s = review.snapshot();
            if (s.state() != AnnualReview.State.VOID) {
                var subject = new Subject(
                        membership.id(),
                        s.subject().company(),
                        ObligationPolicies.ANNUAL_REVIEW,
                        "annual-review/" + s.subject().anniversary());
                owed.put(subject, new Status(s.dueOn(), s.state() == AnnualReview.State.ACCEPTED, turn(s)));
            }
        }
        return owed;
    }

    /** Who has to act next: the company also while the assessment waits for the answers that it said had changed. */
    private Owner turn(AnnualReview.Snapshot review) {
        if (review.state() != AnnualReview.State.SUBMITTED) {
            return COMPANY;
        }
        return StatedChanges.of(review, reports) == StatedChanges.WITH_COMPANY ? COMPANY : PROGRAMME;
    }
}
