package org.trustedtrader.assessment.review;

import org.trustedtrader.assessment.review.MembershipSnapshots.MembershipSnapshot;
import org.trustedtrader.platform.aggregate.Actor;

/**
 * Opens the assessment of an application that was filed, and follows it, and the membership
 * that comes of it with its annual reviews, afterwards. What to do depends only on the
 * newest state received, so that events may come twice, late or in any order.
 */
public final class FollowApplication {

    private static final Actor SELF = Actor.service("assessment");

    private final Assessments assessments;
    private final ApplicationSnapshots applications;
    private final MembershipSnapshots memberships;
    private final AskedCriteria criteria;
    private final CompanyClock clock;

    public FollowApplication(
            Assessments assessments,
            ApplicationSnapshots applications,
            MembershipSnapshots memberships,
            AskedCriteria criteria,
            CompanyClock clock) {
        this.assessments = assessments;
        this.applications = applications;
        this.memberships = memberships;
        this.criteria = criteria;
        this.clock = clock;
    }

    public void follow(ApplicationSnapshot application) {
        if (!applications.keepNewest(application)) {
            return;
        }
        ApplicationSnapshot newest = application;
        ApplicationSnapshot handled;
        do {
            handled = newest;
            react(handled);
            newest = applications.find(application.id()).orElseThrow();
        } while (newest.version() > handled.version());
    }

    /** A membership that is known before its application waits for the assessment. */
    public void follow(MembershipSnapshot membership) {
        if (!memberships.keepNewest(membership)) {
            return;
        }
        MembershipSnapshot newest = membership;
        MembershipSnapshot handled;
        do {
            handled = newest;
            react(handled);
            newest = memberships.find(membership.id()).orElseThrow();
        } while (newest.version() > handled.version());
    }

    /** Every assessment is opened long before its membership has an annual review. */
    public void follow(AnnualReviewSnapshot review) {
        assessments.react(review.assessmentId(), assessment -> assessment.follow(review, SELF, clock.now(assessment)));
    }

    private void react(MembershipSnapshot membership) {
        assessments.react(membership.id(), assessment -> {
            assessment.follow(membership, criteria.of(assessment), SELF, clock.now(assessment));
        });
    }

    private void react(ApplicationSnapshot application) {
        if (application.wantsAssessment() && assessments.find(application.id()).isEmpty()) {
            if (assessments.createIfAbsent(opened(application))) {
                followSites(application);
                memberships.find(application.id()).ifPresent(this::react);
                return;
            }
        }
        assessments.react(application.id(), assessment -> {
            assessment.follow(application, criteria.of(assessment), SELF, clock.now(assessment));
        });
    }

    private Assessment opened(ApplicationSnapshot application) {
        return Assessment.open(
                application,
                criteria.sitesOf(application.company()),
                criteria.on(clock.programmeDay()),
                SELF,
                clock.now(application.company()));
    }

    /** Those that were announced while the assessment was being opened. */
    private void followSites(ApplicationSnapshot application) {
        assessments.react(
                application.id(),
                assessment -> assessment.follow(
                        criteria.sitesOf(application.company()), criteria.of(assessment), SELF, clock.now(assessment)));
    }
}
