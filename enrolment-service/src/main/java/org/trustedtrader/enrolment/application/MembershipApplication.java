package org.trustedtrader.enrolment.application;

import static org.trustedtrader.enrolment.application.ApplicationState.*;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.aggregate.StatefulAggregate;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * A company's application for membership. Every verb is possible in certain states only and refused in the others; what
 * assessment and validation report is followed when the application is ready for it.
 */
public final class MembershipApplication extends StatefulAggregate<ApplicationState> {

    private static final Set<ApplicationState> BEFORE_DECISION = EnumSet.range(DRAFT, DECISION);
    private static final Set<ApplicationState> UNDER_REVIEW = EnumSet.range(ACCEPTED, DECISION);

    private final String company;
    private Declarations declarations;
    private Considerations considerations;
    private Timeline timeline;
    private Review review;
    private Terms terms;
    private boolean membershipEnded;

    private MembershipApplication(Stored stored, Snapshot s) {
        super(stored, s.state());
        company = s.company();
        declarations = s.declarations();
        considerations = s.considerations();
        timeline = s.timeline();
        review = s.review();
        terms = s.terms();
        membershipEnded = s.membershipEnded();
    }

    public static MembershipApplication draft(
            String id, String company, Declarations declarations, Actor actor, Instant at) {
        var application = new MembershipApplication(new Stored(id, 0, Map.of()), Snapshot.blank(company, declarations));
        application.record(Change.birth(DRAFT.name(), "drafted", actor, at));
        return application;
    }

    public static MembershipApplication restore(Stored stored, Snapshot snapshot) {
        return new MembershipApplication(stored, snapshot);
    }

    /** Replaces every section; correcting a returned application makes it a draft again. */
    public void amend(Declarations newDeclarations, Actor actor, Instant at) {
        require("amend the application", DRAFT, RETURNED_INCOMPLETE);
        declarations = newDeclarations;
        become(DRAFT, "amended", actor, at);
    }

    /**
     * @throws Refusal.RuleBroken {@code application-incomplete} with every missing section, or {@code not-eligible} with
     *     every rule of membership that is not met and not covered by a special consideration
     */
    public void submit(CompanyFacts facts, EligibilityThresholds thresholds, Actor actor, Instant at) {
        require("submit the application", DRAFT);
        var today = BusinessCalendar.shipped().dayOf(at);
        var rules = new EligibilityRules(declarations, facts, thresholds, today);
        rules.requireComplete();
        rules.requireEligible(considerations.exemptedOn(today));
        timeline = timeline.submitted(at);
        become(SUBMITTED, "submitted", actor, at);
    }

    /** An approver exempts the application from one rule until a date, for a reason that is recorded. */
    public void grant(SpecialConsideration consideration, Actor actor, Instant at) {
        require("grant a special consideration", DRAFT, RETURNED_INCOMPLETE);
        consideration.requireInForce(BusinessCalendar.shipped().dayOf(at));
        considerations = considerations.plus(consideration);
        record(within("consideration-granted", actor, at).because(consideration.reason()));
    }

    public void startCheck(Actor officer, Instant at) {
        require("start the completeness check", SUBMITTED);
        review = review.handledAtIntakeBy(officer.id());
        become(COMPLETENESS_CHECK, "check-started", officer, at);
    }

    public void returnIncomplete(String reason, Deadlines deadlines, Actor officer, Instant at) {
        require("return the application", COMPLETENESS_CHECK);
        review = review.handledAtIntakeBy(officer.id());
        timeline = timeline.awaitingReplyUntil(deadlines.forCorrection(at));
        record(to(RETURNED_INCOMPLETE, "returned", officer, at).because(reason));
    }

    /** Starts the service-standard clock. */
    public void accept(Actor officer, Instant at) {
        require("accept the application", COMPLETENESS_CHECK);
        review = review.handledAtIntakeBy(officer.id());
        timeline = timeline.accepted(at);
        become(ACCEPTED, "accepted", officer, at);
    }

    /** Stops the clock until the company answers. */
    public void requestInformation(String question, Deadlines deadlines, Actor officer, Instant at) {
        require("ask for information", UNDER_REVIEW);
        review = review.asking(question);
        timeline = timeline.paused(Pause.Reason.INFORMATION_REQUESTED, at, deadlines.forInformation(at));
        record(within("information-requested", officer, at).because(question));
    }

    /** Starts the clock again. */
    public void provideInformation(String answer, Actor actor, Instant at) {
        require("answer a request for information", UNDER_REVIEW);
        review = review.answered();
        timeline = timeline.resumed(at);
        record(within("information-provided", actor, at).because(answer));
    }

    /** Ends the vetting of the company, one of the two tracks of the review. */
    public void vet(Vetting.Outcome outcome, String reason, Actor officer, Instant at) {
        require("complete the vetting", ACCEPTED, IN_REVIEW);
        review = review.vetted(new Vetting(outcome, officer.id()));
        record(within("vetted", officer, at).because(reason.isEmpty() ? outcome.name() : outcome + ": " + reason));
    }

    /** Takes the next step, if any, that the reports of assessment and validation allow; otherwise nothing changes. */
    public void follow(ApplicationReports all, Actor platform, Instant at) {
        var reports = all.concerning(company);
        if (reports.olderThan(seen(), id())) {
            return;
        }
        ReviewStep.next(state(), review, reports).ifPresent(step -> {
            reports.versions(id()).forEach(this::takesIn);
            review = review.finding(step.findings());
            if (state() == APPROVED_PENDING_TERMS) {
                terms = Terms.NONE;
                timeline = timeline.runningAgain();
            }
            become(step.to(), step.name(), platform, at);
        });
    }

    /** @param reports the newest reports: they are judged, not what was found when the decision was opened */
    public void approve(Grounds grounds, ApplicationReports reports, Terms.Offer offer, Actor approver, Instant at) {
        require("approve the application", DECISION);
        review = newest(reports);
        ApprovalRules.requireSomeoneElse(review, considerations, approver.id());
        ApprovalRules.requireMerits(review);
        terms = Terms.offered(offer.version());
        timeline = timeline.stopped(at).awaitingReplyUntil(offer.signBy());
        record(grounds.of(to(APPROVED_PENDING_TERMS, "approved", approver, at)));
    }

    /** The company signs the terms that it was offered, and membership starts, if the newest reports still merit it. */
    public void signTerms(String version, ApplicationReports reports, Actor owner, Instant at) {
        require("sign the terms", APPROVED_PENDING_TERMS);
        ApprovalRules.requireStillMerited(newest(reports));
        terms = terms.signed(version, owner.id(), at);
        timeline = timeline.replied();
        become(APPROVED, "terms-signed", owner, at);
    }

    public void intendToDeny(Grounds grounds, Deadlines deadlines, Actor approver, Instant at) {
        require("issue an intent to deny", DECISION);
        ApprovalRules.requireSomeoneElse(review, considerations, approver.id());
        timeline = timeline.paused(Pause.Reason.INTENT_TO_DENY, at, deadlines.forInformalReview(at));
        record(grounds.of(to(INTENT_TO_DENY, "intent-to-deny-issued", approver, at)));
    }

    /** Asked for by the company; an officer may open it only when the company let its time pass. */
    public void openInformalReview(String reason, Actor actor, Instant at) {
        require("open an informal review", INTENT_TO_DENY);
        if (!actor.belongsTo(company) && !timeline.replyOverdue(at)) {
            throw new Refusal.RuleBroken(
                    "company-may-still-ask",
                    Message.of("enrolment.application.company-may-still-ask", String.valueOf(timeline.replyDueAt())));
        }
        timeline = timeline.resumed(at);
        record(to(INFORMAL_REVIEW, "informal-review-opened", actor, at).because(reason));
    }

    public void deny(Grounds grounds, Actor approver, Instant at) {
        require("deny the application", INFORMAL_REVIEW);
        ApprovalRules.requireSomeoneElse(review, considerations, approver.id());
        timeline = timeline.stopped(at);
        record(grounds.of(to(DENIED, "denied", approver, at)));
    }

    /** Back to review: the company has to be vetted again, and a reopened assessment completed again. */
    public void sendBack(String reason, Actor approver, Instant at) {
        require("send the application back to review", DECISION, INTENT_TO_DENY, INFORMAL_REVIEW);
        review = review.startedAgain();
        if (state() == INTENT_TO_DENY) {
            timeline = timeline.resumed(at);
        }
        record(to(IN_REVIEW, "sent-back", approver, at).because(reason));
    }

    public void withdraw(String reason, Actor owner, Instant at) {
        require("withdraw the application", BEFORE_DECISION);
        timeline = timeline.stopped(at);
        record(to(WITHDRAWN, "withdrawn", owner, at).because(reason));
    }

    /** Ends the application if the company has let a deadline pass; otherwise nothing changes. */
    public void lapse(Actor platform, Instant at) {
        if (state() == INTENT_TO_DENY || !timeline.replyOverdue(at)) {
            return;
        }
        var due = timeline.replyDueAt();
        timeline = timeline.stopped(at);
        record(to(LAPSED, "lapsed", platform, at).because("No reply by " + due + "."));
    }

    /** The membership that came of this application is over: the company may apply again. */
    public void noteMembershipEnded(Actor platform, Instant at) {
        if (state() == APPROVED && !membershipEnded) {
            membershipEnded = true;
            record(within("membership-ended", platform, at));
        }
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return Roles.mayRead(actor, company);
    }

    public String company() {
        return company;
    }

    public Snapshot snapshot() {
        return new Snapshot(company, state(), declarations, considerations, timeline, review, terms, membershipEnded);
    }

    private Review newest(ApplicationReports all) {
        var reports = all.concerning(company);
        return reports.olderThan(seen(), id()) ? review : review.finding(reports.findings());
    }

    private void become(ApplicationState next, String name, Actor actor, Instant at) {
        record(to(next, name, actor, at));
    }

    /**
     * The whole state of an application, for storage and for views.
     *
     * @param membershipEnded whether the membership that came of it is over, so that the company may apply again
     */
    public record Snapshot(
            String company,
            ApplicationState state,
            Declarations declarations,
            Considerations considerations,
            Timeline timeline,
            Review review,
            Terms terms,
            boolean membershipEnded) {

        static Snapshot blank(String company, Declarations declarations) {
            return new Snapshot(
                    company,
                    ApplicationState.DRAFT,
                    declarations,
                    Considerations.NONE,
                    Timeline.NOT_STARTED,
                    Review.NONE,
                    Terms.NONE,
                    false);
        }

        /** Whether the company may not file another application because of this one. */
        public boolean open() {
            return !state.endedWithoutMembership() && !membershipEnded;
        }

        /** When the application ends if its company stays silent; an intended denial takes its own course. */
        public @Nullable Instant lapsesAt() {
            return state == ApplicationState.INTENT_TO_DENY ? null : timeline.replyDueAt();
        }
    }
}
