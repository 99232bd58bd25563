package org.trustedtrader.assessment.review;

import java.util.Optional;
import org.trustedtrader.platform.aggregate.Actor;

/**
 * A company's assessments ask what its sites are asked. Only the newest state of the company counts, so that events may come
 * twice, late or in any order.
 */
public final class FollowSites {

    private static final Actor SELF = Actor.service("assessment");

    /** More assessments than any company has. */
    private static final int MOST = 200;

    private final Assessments assessments;
    private final AskedCriteria criteria;
    private final CompanyClock clock;

    public FollowSites(Assessments assessments, AskedCriteria criteria, CompanyClock clock) {
        this.assessments = assessments;
        this.criteria = criteria;
        this.clock = clock;
    }

    public void follow(String company) {
        assessments
                .list(SELF, Optional.empty(), Optional.of(company), Optional.empty(), MOST)
                .forEach(assessment -> assessments.react(
                        assessment.id(), a -> a.follow(criteria.sitesOf(company), criteria.of(a), SELF, clock.now(a))));
    }
}
