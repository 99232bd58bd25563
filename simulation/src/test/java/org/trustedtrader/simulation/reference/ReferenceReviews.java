package org.trustedtrader.simulation.reference;

import java.time.LocalDate;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The annual reviews of a member (domain.md, section 16; docs/domain.md, "An annual review"). */
final class ReferenceReviews {

    private static final int OPENS_DAYS = 90;
    private static final int LEAST_DAYS = 30;
    private static final int GRACE_DAYS = 60;
    private static final String REVIEW = "annual-review/";

    /** One year's review; of a year that a revalidation covers there is none. */
    private static final class Review {

        LocalDate dueOn;
        final ReferenceDuty duty;
        boolean covered;
        boolean submitted;
        boolean submittedInTime;
        boolean statedChanges;
        boolean accepted;

        Review(LocalDate dueOn) {
            this.dueOn = dueOn;
            this.duty = new ReferenceDuty(dueOn, GRACE_DAYS);
        }
    }

    private final TreeMap<LocalDate, Review> byAnniversary = new TreeMap<>();
    private final ReferenceRevalidation revalidation;

    ReferenceReviews(ReferenceRevalidation revalidation) {
        this.revalidation = revalidation;
    }

    static String about(LocalDate anniversary) {
        return REVIEW + anniversary;
    }

    /** Opens the review of the year whose anniversary is near, once. @param opened is told what is owed */
    void dayBegins(LocalDate day, LocalDate memberSince, BiConsumer<String, ReferenceDuty> opened) {
        var anniversary = memberSince.plusYears(1);
        for (int year = 2; anniversary.isBefore(day); year++) {
            anniversary = memberSince.plusYears(year);
        }
        if (day.isBefore(anniversary.minusDays(OPENS_DAYS)) || byAnniversary.containsKey(anniversary)) {
            return;
        }
        var review = new Review(atLeast(anniversary, day));
        review.covered = revalidation.isOpen();
        byAnniversary.put(anniversary, review);
        if (!review.covered) {
            opened.accept(about(anniversary), review.duty);
        }
    }

    /** @return the due date now */
    LocalDate submitted(Fact.ReviewSubmitted fact, LocalDate today) {
        var review = of(fact.anniversary());
        if (review.submitted || review.accepted) {
            throw new BrokenRuleException("a review is submitted that is not with the company");
        }
        review.submitted = true;
        review.submittedInTime = !today.isAfter(review.dueOn);
        if (fact.changes()) {
            review.statedChanges = true;
            revalidation.changesStated();
            giveTime(review, today);
        }
        return review.dueOn;
    }

    /** @return the due date now */
    LocalDate returned(LocalDate anniversary, LocalDate today) {
        var review = withProgramme(anniversary);
        review.submitted = false;
        giveTime(review, today);
        return review.dueOn;
    }

    void accepted(LocalDate anniversary) {
        var review = withProgramme(anniversary);
        if (review.statedChanges && !revalidation.profileIsAssessed()) {
            throw new BrokenRuleException("a review is accepted before the changes that it states are assessed");
        }
        review.submitted = false;
        review.accepted = true;
    }

    /** The company has the turn also while the assessment waits for the answers that it said had changed. */
    void takeTurns() {
        for (var review : byAnniversary.values()) {
            review.duty.companyHasTheTurn =
                    !review.submitted || review.statedChanges && revalidation.profileIsWithCompany();
        }
    }

    private static void giveTime(Review review, LocalDate today) {
        if (review.submittedInTime) {
            review.dueOn = atLeast(review.dueOn, today);
        }
    }

    private static LocalDate atLeast(LocalDate dueOn, LocalDate today) {
        var least = today.plusDays(LEAST_DAYS);
        return least.isAfter(dueOn) ? least : dueOn;
    }

    private Review withProgramme(LocalDate anniversary) {
        var review = of(anniversary);
        if (!review.submitted) {
            throw new BrokenRuleException("a review is judged that the company did not submit");
        }
        return review;
    }

    private Review of(LocalDate anniversary) {
        var review = byAnniversary.get(anniversary);
        if (review == null || review.covered) {
            throw new BrokenRuleException("no review is owed for the year until " + anniversary);
        }
        return review;
    }
}
