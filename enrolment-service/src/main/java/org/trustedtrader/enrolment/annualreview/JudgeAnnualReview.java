package org.trustedtrader.enrolment.annualreview;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.trustedtrader.enrolment.annualreview.AnnualReview.ReturnedItem;
import org.trustedtrader.enrolment.membership.MemberReports;
import org.trustedtrader.platform.aggregate.Command;

/** An officer accepts a review or returns it. */
public final class JudgeAnnualReview {

    private final AnnualReviews reviews;
    private final MemberReports reports;
    private final Supplier<AnnualReviewRules> rules;
    private final Clock clock;

    public JudgeAnnualReview(
            AnnualReviews reviews, MemberReports reports, Supplier<AnnualReviewRules> rules, Clock clock) {
        this.reviews = reviews;
        this.reports = reports;
        this.rules = rules;
        this.clock = clock;
    }

    public AnnualReview accept(String id, String note, Command command) {
        return reviews.change(id, command, r -> {
            var changes = StatedChanges.of(r.snapshot(), reports);
            r.accept(changes == StatedChanges.ASSESSED, note, command.actor(), clock.instant());
        });
    }

    public AnnualReview giveBack(String id, List<ReturnedItem> items, Command command) {
        return reviews.change(id, command, r -> r.giveBack(items, rules.get(), command.actor(), clock.instant()));
    }
}
