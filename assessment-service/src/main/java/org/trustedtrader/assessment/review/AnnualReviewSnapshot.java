package org.trustedtrader.assessment.review;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.platform.aggregate.SortedSets;

/**
 * A member's annual review as enrolment last announced it.
 *
 * @param assessmentId    the membership's id, which is the assessment's too
 * @param version         of the review, so that an older state that comes late is known as such
 * @param changesStatedAt of the latest submission in which the company stated that answers changed
 * @param changed         the criteria whose answers changed, each with its scope
 */
public record AnnualReviewSnapshot(
        String reviewId,
        String assessmentId,
        long version,
        Optional<Instant> changesStatedAt,
        Set<ScopedCriterion> changed) {

    public AnnualReviewSnapshot {
        changed = SortedSets.copyOf(changed);
    }

    public String subject() {
        return "enrolment/annual-review/" + reviewId;
    }
}
