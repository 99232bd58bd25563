package org.trustedtrader.enrolment.annualreview;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Repository;

/** All annual reviews, past ones too. */
public interface AnnualReviews extends Repository<AnnualReview> {

    /**
     * What a list is narrowed to; null for everything.
     *
     * @param overdue whether the review was due before today and is neither accepted nor void
     * @param today   programme day
     */
    record Filter(
            @Nullable String company,
            @Nullable String membershipId,
            AnnualReview.@Nullable State state,
            @Nullable Boolean overdue,
            LocalDate today) {}

    /** In order of id, after the given one. */
    List<AnnualReview> page(Filter filter, Optional<String> after, int limit);

    /** Those of a membership, past ones too. */
    List<AnnualReview> ofMembership(String membershipId);
}
