package org.trustedtrader.enrolment.annualreview.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.annualreview.AnnualReview;
import org.trustedtrader.enrolment.annualreview.AnnualReview.Affirmation;
import org.trustedtrader.enrolment.annualreview.AnnualReview.Confirmation;
import org.trustedtrader.enrolment.annualreview.AnnualReview.ReturnedItem;
import org.trustedtrader.enrolment.annualreview.FileAnnualReview;
import org.trustedtrader.enrolment.annualreview.ReviewChecklist;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.web.CsvColumns;

/** An annual review as its readers see it; days are days of the programme's zone, times are in UTC. */
final class AnnualReviewView {

    private AnnualReviewView() {}

    /**
     * @param dueOn       last day on which it is submitted in time
     * @param submittedAt of the latest submission
     */
    @CsvColumns(
            titles = "enrolment.column",
            value = {"reviewId", "membershipId", "company", "anniversary", "dueOn", "state", "openedAt", "submittedAt"})
    record SummaryView(
            String reviewId,
            String membershipId,
            String company,
            LocalDate anniversary,
            LocalDate dueOn,
            AnnualReview.State state,
            Instant openedAt,
            @Nullable Instant submittedAt,
            long version) {

        static SummaryView of(AnnualReview review) {
            var s = review.snapshot();
            return new SummaryView(
                    review.id(),
                    s.subject().membershipId(),
                    s.subject().company(),
                    s.subject().anniversary(),
                    s.dueOn(),
                    s.state(),
                    s.openedAt(),
                    s.submittedAt(),
                    review.version());
        }
    }

    /**
     * @param changesStatedAt  of the latest submission that stated a change; the assessment is opened again for it
     * @param returned         what an officer did not accept, while returned
     * @param checklist        what is asked now; null once the review is closed, or with a {@code checklistProblem}
     * @param checklistProblem {@code unavailable} or {@code no-profile}
     */
    record DetailView(
            String reviewId,
            String membershipId,
            String company,
            LocalDate anniversary,
            LocalDate dueOn,
            AnnualReview.State state,
            Instant openedAt,
            @Nullable Instant submittedAt,
            @Nullable Instant changesStatedAt,
            List<Affirmation> affirmations,
            List<Confirmation> confirmations,
            List<ReturnedItem> returned,
            @Nullable ReviewChecklist checklist,
            @Nullable String checklistProblem,
            long version) {

        static DetailView of(AnnualReview review, FileAnnualReview file) {
            if (!review.state().pending()) {
                return of(review, null, null);
            }
            try {
                return of(review, file.checklist(review), null);
            } catch (Refusal.Unavailable e) {
                return of(review, null, "unavailable");
            } catch (Refusal.RuleBroken e) {
                return of(review, null, e.rule());
            }
        }

        private static DetailView of(
                AnnualReview review, @Nullable ReviewChecklist checklist, @Nullable String problem) {
            var s = review.snapshot();
            return new DetailView(
                    review.id(),
                    s.subject().membershipId(),
                    s.subject().company(),
                    s.subject().anniversary(),
                    s.dueOn(),
                    s.state(),
                    s.openedAt(),
                    s.submittedAt(),
                    s.changesStatedAt(),
                    s.affirmations(),
                    s.confirmations(),
                    s.returned(),
                    checklist,
                    problem,
                    review.version());
        }
    }
}
