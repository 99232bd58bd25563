package org.trustedtrader.enrolment.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trustedtrader.enrolment.annualreview.AnnualReview;
import org.trustedtrader.enrolment.annualreview.AnnualReviews;
import org.trustedtrader.platform.aggregate.HistoryEntry;

/** What letters say about annual reviews. */
public final class AnnualReviewLetters implements LetterSource {

    private final AnnualReviews reviews;

    public AnnualReviewLetters(AnnualReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public String aggregate() {
        return LetterKind.Aggregates.ANNUAL_REVIEW;
    }

    @Override
    public List<HistoryEntry> recentHistory(String id) {
        return reviews.recentHistory(id);
    }

    @Override
    public Optional<String> company(String id) {
        return reviews.find(id).map(review -> review.snapshot().subject().company());
    }

    @Override
    public Particulars particulars(String id, LetterKind kind, HistoryEntry change, Wording words) {
        var now = reviews.find(id).orElseThrow().snapshot();
        var facts = new ArrayList<LetterContent.Fact>();
        facts.add(words.fact("annual-review", id));
        facts.add(words.fact("anniversary", words.day(now.subject().anniversary())));
        facts.add(words.fact("due", words.day(now.dueOn())));
        if (kind == LetterKind.ANNUAL_REVIEW_RETURNED) {
            now.returned().forEach(item -> facts.add(new LetterContent.Fact(item.item(), item.reason())));
        }
        var companysTurn = now.state() == AnnualReview.State.OPEN || now.state() == AnnualReview.State.RETURNED;
        return new Particulars(facts, reason(kind, change, words), kind.remedy(), companysTurn ? now.dueOn() : null);
    }

    private static String reason(LetterKind kind, HistoryEntry change, Wording words) {
        return switch (kind) {
            case ANNUAL_REVIEW_OPENED -> words.text("letter.reason.review-opened");
            case ANNUAL_REVIEW_RETURNED -> words.text("letter.reason.items-returned", change.reason());
            default -> change.reason();
        };
    }
}
