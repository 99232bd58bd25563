package org.trustedtrader.enrolment.annualreview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trustedtrader.enrolment.annualreview.AnnualReview.Affirmation;
import org.trustedtrader.enrolment.annualreview.AnnualReview.Confirmation;
import org.trustedtrader.enrolment.annualreview.AnnualReview.RecordList;
import org.trustedtrader.enrolment.annualreview.AnnualReview.ReturnedItem;
import org.trustedtrader.enrolment.annualreview.AnnualReview.State;
import org.trustedtrader.enrolment.annualreview.AnnualReview.Statement;
import org.trustedtrader.enrolment.annualreview.ReviewChecklist.CompanyRecord;
import org.trustedtrader.enrolment.annualreview.SecurityProfiles.Criterion;
import org.trustedtrader.enrolment.annualreview.SecurityProfiles.Partners;
import org.trustedtrader.enrolment.annualreview.SecurityProfiles.Profile;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;

/** Reviews of one member, whose year ends on 23 November 2027. */
public final class ReviewFixtures {

    public static final AnnualReviewRules RULES = new AnnualReviewRules(90, 30, "a test");
    public static final String COMPANY = "123456782";
    public static final LocalDate ANNIVERSARY = LocalDate.of(2027, 11, 23);
    public static final Instant OPENED = Instant.parse("2027-08-25T04:00:00Z");
    public static final Instant HANDED_IN = Instant.parse("2027-09-30T16:00:00Z");
    static final Actor PLATFORM = Actor.service("enrolment");
    static final Actor OWNER = new Actor("user:carla", Set.of("account-owner"), Optional.of(COMPANY));
    static final Actor ASSESSOR = new Actor("user:adam", Set.of("assessor"), Optional.empty());
    static final AnnualReview.Subject SUBJECT = new AnnualReview.Subject("m1", COMPANY, ANNIVERSARY);
    static final CompanyRecord RECORD = new CompanyRecord(7, 2, 1);
    /** Criteria c1 and c2 are in good order. */
    static final Profile PROFILE =
            new Profile(List.of(good("c1"), good("c2")), new Partners("chain-1", List.of("Great Lakes Steel")));

    private ReviewFixtures() {}

    static Criterion good(String id) {
        return new Criterion(id, "MUST", "ACCEPTED", 4, false, LocalDate.of(2028, 6, 1), false, null);
    }

    /** Complete: everything is affirmed and confirmed, and c2 is stated as changed if there is a change. */
    public static AnnualReview aReviewIn(State state, boolean changed) {
        var handedIn = state == State.SUBMITTED || state == State.ACCEPTED || state == State.RETURNED;
        var snapshot = new AnnualReview.Snapshot(
                SUBJECT,
                state,
                OPENED,
                ANNIVERSARY,
                List.of(affirmed("c1"), changed ? changed("c2") : affirmed("c2")),
                List.of(
                        confirmed(RecordList.SITES, "7"),
                        confirmed(RecordList.CONTACTS, "7"),
                        confirmed(RecordList.PARTNERS, "chain-1")),
                handedIn ? HANDED_IN : null,
                handedIn && changed ? HANDED_IN : null,
                state == State.RETURNED ? List.of(new ReturnedItem("c1", "The log is missing.")) : List.of());
        return AnnualReview.restore(new Aggregate.Stored(SUBJECT.reviewId(), 3, Map.of()), snapshot);
    }

    static AnnualReview aReviewIn(State state) {
        return aReviewIn(state, false);
    }

    static AnnualReview stored(AnnualReview review) {
        return AnnualReview.restore(new Aggregate.Stored(review.id(), review.version(), Map.of()), review.snapshot());
    }

    static ReviewChecklist checklist(AnnualReview review) {
        return ReviewChecklist.of(review.snapshot(), PROFILE, RECORD);
    }

    private static Affirmation affirmed(String criterion) {
        return new Affirmation(criterion, Statement.AFFIRMED, 4, null, OWNER.id(), OPENED, null);
    }

    private static Affirmation changed(String criterion) {
        return new Affirmation(criterion, Statement.CHANGED, 4, "We seal by another method.", OWNER.id(), OPENED, null);
    }

    private static Confirmation confirmed(RecordList list, String version) {
        return new Confirmation(list, version, OWNER.id(), OPENED);
    }
}
