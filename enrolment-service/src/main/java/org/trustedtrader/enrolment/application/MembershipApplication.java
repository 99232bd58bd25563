package org.trustedtrader.enrolment.application;

import static org.trustedtrader.enrolment.application.ApplicationState.*;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.access.SeparationOfDuties;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
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
    private static final Set<ApplicationState> DENIAL_PENDING = EnumSet.of(INTENT_TO_DENY, INFORMAL_REVIEW);
    private static final Set<ApplicationState> WITHDRAWABLE = union(BEFORE_DECISION, DENIAL_PENDING);
    private static final Set<ApplicationState> DENIABLE = union(UNDER_REVIEW, EnumSet.of(APPROVED_PENDING_TERMS));

    private static final Set<ApplicationState> LINES_WITHDRAWABLE = union(UNDER_REVIEW, DENIAL_PENDING);

    /** A concern about the company counts until its membership starts. */
    private static final Set<ApplicationState> NOT_DECIDED_FOR_GOOD = union(DENIABLE, DENIAL_PENDING);

    private final String company;
    private Declarations declarations;
    private Considerations considerations;
    private Timeline timeline;
    private Review review;
    private Terms terms;
    private boolean membershipEnded;
    private Denials denials;
    private Proposals proposals;
    private @Nullable Reapplication reapplication;
    private final List<EarlierFile> earlier;
    private final @Nullable String variationOf;
    private Set<LineOfBusiness> withdrawnLines;

    private MembershipApplication(Stored stored, Snapshot s) {
        super(stored, s.state());
        company = s.company();
        declarations = s.declarations();
        considerations = s.considerations();
        timeline = s.timeline();
        review = s.review();
        terms = s.terms();
        membershipEnded = s.membershipEnded();
        denials = s.denials();
        proposals = s.proposals();
        reapplication = s.reapplication();
        earlier = s.earlier();
        variationOf = s.variationOf();
        withdrawnLines = s.withdrawnLines();
    }

    /** What is applied for. */
    public enum Kind {
        MEMBERSHIP,
        /** More lines of business for a membership that lasts. */
        VARIATION
    }

    /** @param earlier what intake has to know of the company's earlier applications */
    public static MembershipApplication draft(
            String id, String company, List<EarlierFile> earlier, Declarations declarations, Actor actor, Instant at) {
        return draft(id, Snapshot.blank(company, declarations, earlier, null), actor, at);
    }

    /** An application for more lines of business. @param membershipId the membership, which stays as it is until then */
    public static MembershipApplication draftVariation(
            String id, String company, String membershipId, Declarations declarations, Actor actor, Instant at) {
        return draft(id, Snapshot.blank(company, declarations, List.of(), membershipId), actor, at);
    }

    private static MembershipApplication draft(String id, Snapshot blank, Actor actor, Instant at) {
        var application = new MembershipApplication(new Stored(id, 0, Map.of()), blank);
        application.record(Change.birth(DRAFT.name(), "drafted", actor, at));
        return application;
    }

    public static MembershipApplication restore(Stored stored, Snapshot snapshot) {
        return new MembershipApplication(stored, snapshot);
    }

    /** Replaces every section; correcting a returned application makes it a draft again. */
    /** A draft that says what it said before is not changed. */
    public void amend(Declarations newDeclarations, Actor actor, Instant at) {
        require("amend the application", DRAFT, RETURNED_INCOMPLETE);
        if (state() == DRAFT && newDeclarations.equals(declarations)) {
            return;
        }
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

    /** Proposes to exempt the application from one rule until a date; a newer proposal for the section replaces it. */
    public void propose(Proposals.Consideration consideration, Actor officer, Instant at) {
        require("propose a special consideration", DRAFT, RETURNED_INCOMPLETE);
        consideration.terms().requireInForce(BusinessCalendar.shipped().dayOf(at));
        proposals = proposals.proposing(consideration);
        record(within("consideration-proposed", officer, at)
                .because(consideration.section() + ": " + consideration.reason()));
    }

    /** An approver who did not propose it exempts the application from one rule until a date, for a reason that is recorded. */
    public void grant(SpecialConsideration consideration, Actor actor, Instant at) {
        require("grant a special consideration", DRAFT, RETURNED_INCOMPLETE);
        consideration.requireInForce(BusinessCalendar.shipped().dayOf(at));
        var proposed = proposals.matching(consideration);
        granting().requireMayDecide(actor);
        considerations = considerations.plus(consideration.proposedBy(proposed.by()));
        proposals = proposals.granted(consideration.section());
        record(within("consideration-granted", actor, at).because(consideration.reason()));
    }

    /**
     * Where no other officer is left: names one who took part, for one decision. Never the officer who proposed what is
     * decided.
     *
     * @param reports the newest reports name those who assessed and validated
     */
    public void nameDecider(
            Proposals.Matter matter, NamedDecider named, ApplicationReports reports, Actor manager, Instant at) {
        var chosen = switch (matter) {
            case DECISION -> {
                require("name the decider", DECISION, INTENT_TO_DENY, INFORMAL_REVIEW);
                review = newest(reports);
                yield deciding().naming(named.officer(), named.reason(), manager);
            }
            case CLEARANCE -> {
                require("name the decider", NOT_DECIDED_FOR_GOOD);
                yield clearing().duties().namingByRole(named.officer(), named.reason(), manager);
            }
            case SPECIAL_CONSIDERATION -> {
                require("name the decider", DRAFT, RETURNED_INCOMPLETE);
                yield granting().naming(named.officer(), named.reason(), manager);
            }
        };
        proposals = proposals.naming(matter, chosen);
        record(within("decider-named", manager, at).because(matter + ": " + chosen.words()));
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
        timeline = timeline.paused(Pause.Reason.INFORMATION_REQUESTED, officer, at)
                .awaitingReplyUntil(deadlines.forInformation(at));
        record(within("information-requested", officer, at).because(question));
    }

    /** Starts the clock again. */
    public void provideInformation(String answer, Actor actor, Instant at) {
        require("answer a request for information", UNDER_REVIEW);
        review = review.answered();
        timeline = timeline.resumed(actor, at);
        record(within("information-provided", actor, at).because(answer));
    }

    /**
     * Ends the vetting of the company, one of the two tracks of the review. A concern can be raised until the membership
     * starts; it takes an approval back. It stands until somebody else clears it who does not decide.
     */
    public void vet(Vetting.Outcome outcome, String reason, Actor officer, Instant at) {
        if (outcome == Vetting.Outcome.CLEAR && !review.hasConcerns()) {
            require("complete the vetting", ACCEPTED, IN_REVIEW);
        } else {
            require("complete the vetting", NOT_DECIDED_FOR_GOOD);
        }
        if (outcome == Vetting.Outcome.CLEAR) {
            clearing().requireMayClear(officer);
            proposals = proposals.decided(Proposals.Matter.CLEARANCE);
        }
        review = review.vetted(new Vetting(outcome, officer.id()));
        var approved = state() == APPROVED_PENDING_TERMS;
        var change = approved ? takeApprovalBack(officer, at) : within("vetted", officer, at);
        record(change.because(reason.isEmpty() ? outcome.name() : outcome + ": " + reason));
    }

    /**
     * Takes the next step, if any, that the reports of assessment and validation allow, or stops or starts the clock as they
     * pass the turn; otherwise nothing changes.
     */
    public void follow(ApplicationReports all, Actor platform, Instant at) {
        var reports = all.concerning(company);
        if (reports.olderThan(seen(), id())) {
            return;
        }
        ReviewStep.next(state(), review, reports)
                .map(step -> take(step, platform, at))
                .or(() -> keepClock(reports, platform, at))
                .ifPresent(change -> {
                    reports.versions(id()).forEach(this::takesIn);
                    record(change);
                });
    }

    private Change take(ReviewStep step, Actor platform, Instant at) {
        review = review.finding(step.findings());
        var change = state() == APPROVED_PENDING_TERMS
                ? takeApprovalBack(platform, at)
                : to(step.to(), step.name(), platform, at);
        return change.because(step.reason());
    }

    /** The turn is the programme's again: nothing lapses, and nothing can be signed. */
    private Change takeApprovalBack(Actor actor, Instant at) {
        terms = Terms.NONE;
        proposals = proposals.decided(Proposals.Matter.DECISION);
        timeline = timeline.resumed(actor, at);
        return to(DECISION, "approval-taken-back", actor, at);
    }

    private Optional<Change> keepClock(ApplicationReports reports, Actor platform, Instant at) {
        var wanted = Turn.stopsClock(state(), review, reports);
        var now = timeline.standsStillFor();
        if (wanted.equals(now) || now.filter(reason -> !reason.followsReports()).isPresent()) {
            return Optional.empty();
        }
        if (wanted.isEmpty()) {
            timeline = timeline.resumed(platform, at);
            return Optional.of(within("clock-started", platform, at));
        }
        timeline = timeline.paused(wanted.get(), platform, at);
        return Optional.of(
                within("clock-stopped", platform, at).because(wanted.get().name()));
    }

    /** The first of the two approvers that a high risk needs. A newer proposal replaces it. */
    public void proposeApproval(Grounds grounds, ApplicationReports reports, Actor approver, Instant at) {
        require("propose to approve the application", DECISION);
        review = newest(reports);
        deciding(WorkOnFile.Part.APPROVAL_PROPOSAL).requireMayDecide(approver);
        ApprovalRules.requireMerits(review);
        proposals = proposals.proposing(new Proposals.Approval(approver.id(), grounds, at));
        record(grounds.of(within("approval-proposed", approver, at)));
    }

    /**
     * Decides alone, or, if the risk is high, on the proposal of another approver.
     *
     * @param reports the newest reports: they are judged, not what was found when the decision was opened
     */
    public void approve(Grounds grounds, ApplicationReports reports, Terms.Offer offer, Actor approver, Instant at) {
        require("approve the application", DECISION);
        review = newest(reports);
        deciding().requireMayDecide(approver);
        ApprovalRules.requireMerits(review);
        if (review.findings().needsTwoApprovers()) {
            proposals.requireApproval();
        }
        proposals = proposals.decided(Proposals.Matter.DECISION);
        terms = Terms.offered(offer.version());
        timeline = timeline.stopped(Pause.Reason.APPROVED, approver, at).awaitingReplyUntil(offer.signBy());
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

    /**
     * Of the whole application, or of some of its lines of business. Before the decision is open, a denial needs a fact that
     * rules the company out.
     *
     * @param reports the newest reports; the officers whom they name do not decide
     */
    public void intendToDeny(
            Denial.Proposal proposal, ApplicationReports reports, Deadlines deadlines, Actor approver, Instant at) {
        require("issue an intent to deny", DENIABLE);
        if (state() != DECISION && proposal.fact() == null) {
            throw new Refusal.RuleBroken(
                    "disqualifying-fact-missing",
                    Message.of("enrolment.denial.fact-missing", List.of(DisqualifyingFact.values())));
        }
        var lines = snapshot().lines().deniable(proposal.lines());
        review = newest(reports).withoutQuestion();
        deciding(WorkOnFile.Part.DENIAL_PROPOSAL).requireMayDecide(approver);
        proposals = proposals.decided(Proposals.Matter.DECISION);
        terms = Terms.NONE;
        denials = denials.plus(Denial.proposed(proposal.of(lines), approver.id(), at));
        timeline = timeline.paused(Pause.Reason.INTENT_TO_DENY, approver, at)
                .awaitingReplyUntil(deadlines.forInformalReview(at));
        record(proposal.grounds().of(to(INTENT_TO_DENY, "intent-to-deny-issued", approver, at)));
    }

    /** The company asks for it, in time: an intent to deny that it leaves unanswered becomes a denial. */
    public void openInformalReview(String reason, Actor actor, Instant at) {
        require("open an informal review", INTENT_TO_DENY);
        if (timeline.replyOverdue(at)) {
            throw new Refusal.RuleBroken(
                    "reply-too-late",
                    Message.of("enrolment.denial.reply-too-late", String.valueOf(timeline.replyDueAt())));
        }
        timeline = timeline.resumed(actor, at);
        record(to(INFORMAL_REVIEW, "informal-review-opened", actor, at).because(reason));
    }

    /**
     * Decides the informal review against the company; refuses the officer who issued the intent. After the denial of some
     * lines the review of the others goes on.
     */
    public void deny(
            Grounds grounds, ApplicationReports reports, ReapplicationPolicy policy, Actor approver, Instant at) {
        require("deny the application", INFORMAL_REVIEW);
        review = newest(reports);
        deciding().requireMayDecide(approver);
        proposals = proposals.decided(Proposals.Matter.DECISION);
        record(grounds.of(denied(Denial.Outcome.DENIED, grounds, policy, approver, at)));
    }

    private Change denied(
            Denial.Outcome how, @Nullable Grounds decision, ReapplicationPolicy policy, Actor by, Instant at) {
        var wait = policy.after(Reapplication.Cause.DENIED, at);
        if (denials.pending().filter(Denial::ofSomeLines).isPresent()) {
            denials = denials.ended(how, decision, at, wait);
            timeline = timeline.resumed(by, at);
            return to(IN_REVIEW, "lines-denied", by, at);
        }
        end(how, decision, by, at);
        reapplication = wait;
        return to(DENIED, "denied", by, at);
    }

    /**
     * Back to review: the company has to be vetted again, and a reopened assessment completed again. An informal review is
     * decided so by somebody who did not issue the intent; its issuer can take an intent back.
     */
    public void sendBack(String reason, ApplicationReports reports, Actor approver, Instant at) {
        require("send the application back to review", DECISION, INTENT_TO_DENY, INFORMAL_REVIEW);
        if (DENIAL_PENDING.contains(state())) {
            review = newest(reports);
            var duties = state() == INTENT_TO_DENY ? deciding(WorkOnFile.Part.DENIAL_PROPOSAL) : deciding();
            duties.requireMayDecide(approver);
            timeline = timeline.resumed(approver, at);
        }
        denials = denials.ended(Denial.Outcome.SENT_BACK, null, at);
        proposals = proposals.decided(Proposals.Matter.DECISION);
        review = review.startedAgain();
        record(to(IN_REVIEW, "sent-back", approver, at).because(reason));
    }

    /** A withdrawal while a denial is pending stays on record with it. */
    public void withdraw(String reason, Actor owner, Instant at) {
        require("withdraw the application", WITHDRAWABLE);
        end(Denial.Outcome.WITHDRAWN, null, owner, at);
        record(to(WITHDRAWN, "withdrawn", owner, at).because(reason));
    }

    /** The company gives up some of its lines. A denial that is pending ends when it gives up every line that it names. */
    public void withdrawLines(Set<LineOfBusiness> lines, String reason, Actor owner, Instant at) {
        require("withdraw lines of business", LINES_WITHDRAWABLE);
        withdrawnLines = snapshot().lines().withdrawing(lines);
        if (denials.pending().filter(d -> withdrawnLines.containsAll(d.lines())).isPresent()) {
            denials = denials.ended(Denial.Outcome.WITHDRAWN, null, at);
            timeline = timeline.resumed(owner, at);
            record(to(IN_REVIEW, "lines-withdrawn", owner, at).because(lines + ": " + reason));
        } else {
            record(within("lines-withdrawn", owner, at).because(lines + ": " + reason));
        }
    }

    /**
     * Ends the application if the company has let a deadline pass; otherwise nothing changes. An intent to deny that it did not
     * answer becomes a denial. Nothing ends while it is the programme's turn.
     */
    public void endUnanswered(ReapplicationPolicy policy, Actor platform, Instant at) {
        var companysTurn = Turn.of(snapshot(), ApplicationReports.NOTHING) == Turn.APPLICANT;
        if (!companysTurn || !timeline.replyOverdue(at)) {
            return;
        }
        var silence = "No reply by " + timeline.replyDueAt() + ".";
        if (state() == INTENT_TO_DENY) {
            var grounds = denials.pending().map(Denial::grounds);
            var denied = denied(Denial.Outcome.DENIED_UNANSWERED, null, policy, platform, at);
            record(grounds.map(
                            why -> denied.because(silence + " " + why.reason()).under(why.legalBasis()))
                    .orElseGet(() -> denied.because(silence)));
        } else {
            timeline = timeline.stopped(Pause.Reason.ENDED, platform, at);
            record(to(LAPSED, "lapsed", platform, at).because(silence));
        }
    }

    private void end(Denial.Outcome how, @Nullable Grounds decision, Actor by, Instant at) {
        denials = denials.ended(how, decision, at);
        timeline = timeline.stopped(Pause.Reason.ENDED, by, at);
    }

    /**
     * The membership that came of this application is over: the company may apply again, after a cancellation when its waiting
     * time is over.
     */
    public void noteMembershipEnded(boolean cancelled, ReapplicationPolicy policy, Actor platform, Instant at) {
        if (state() == APPROVED && !membershipEnded) {
            membershipEnded = true;
            reapplication = cancelled ? policy.after(Reapplication.Cause.CANCELLED, at) : null;
            record(within("membership-ended", platform, at));
        }
    }

    /** The membership that this would have varied is over: nothing is left to decide. Otherwise nothing changes. */
    public void endWithMembership(Actor platform, Instant at) {
        if (variationOf != null && snapshot().open()) {
            end(Denial.Outcome.WITHDRAWN, null, platform, at);
            record(to(LAPSED, "lapsed", platform, at).because("The membership ended."));
        }
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return Roles.mayRead(actor, company);
    }

    @Override
    public Optional<String> fileOf() {
        return Optional.of(company);
    }

    public String company() {
        return company;
    }

    public Snapshot snapshot() {
        return new Snapshot(
                company,
                state(),
                declarations,
                considerations,
                timeline,
                review,
                terms,
                membershipEnded,
                denials,
                reapplication,
                earlier,
                variationOf,
                proposals,
                withdrawnLines);
    }

    private Review newest(ApplicationReports all) {
        var reports = all.concerning(company);
        return reports.olderThan(seen(), id()) ? review : review.finding(reports.findings());
    }

    private SeparationOfDuties deciding() {
        return snapshot().work().duties(proposals.decider(Proposals.Matter.DECISION));
    }

    private SeparationOfDuties deciding(WorkOnFile.Part allowed) {
        return snapshot().work().except(allowed).duties(proposals.decider(Proposals.Matter.DECISION));
    }

    private SeparationOfDuties granting() {
        return proposals.granting(review.intakeOfficers());
    }

    private ClearingRules clearing() {
        return new ClearingRules(review, denials, timeline, proposals.decider(Proposals.Matter.CLEARANCE));
    }

    private static Set<ApplicationState> union(Set<ApplicationState> some, Set<ApplicationState> more) {
        var all = EnumSet.copyOf(some);
        all.addAll(more);
        return all;
    }

    private void become(ApplicationState next, String name, Actor actor, Instant at) {
        record(to(next, name, actor, at));
    }

    /**
     * The whole state of an application, for storage and for views.
     *
     * @param membershipEnded whether the membership that came of it is over, so that the company may apply again
     * @param reapplication   from when it may, if it has to wait
     * @param earlier         the company's earlier applications that intake has to know of
     * @param variationOf     id of the membership for which more lines are applied; null for an application for membership
     * @param proposals       what waits for another officer's decision
     * @param withdrawnLines  the lines of business that the company gave up after the application was accepted
     */
    public record Snapshot(
            String company,
            ApplicationState state,
            Declarations declarations,
            Considerations considerations,
            Timeline timeline,
            Review review,
            Terms terms,
            boolean membershipEnded,
            Denials denials,
            @Nullable Reapplication reapplication,
            List<EarlierFile> earlier,
            @Nullable String variationOf,
            Proposals proposals,
            Set<LineOfBusiness> withdrawnLines) {

        public Snapshot {
            earlier = List.copyOf(earlier);
            withdrawnLines = LineOfBusiness.inOrder(withdrawnLines);
        }

        static Snapshot blank(
                String company, Declarations declarations, List<EarlierFile> earlier, @Nullable String variationOf) {
            return new Snapshot(
                    company,
                    ApplicationState.DRAFT,
                    declarations,
                    Considerations.NONE,
                    Timeline.NOT_STARTED,
                    Review.NONE,
                    Terms.NONE,
                    false,
                    Denials.NONE,
                    null,
                    earlier,
                    variationOf,
                    Proposals.NONE,
                    Set.of());
        }

        /** What became of each line of business. */
        public ApplicationLines lines() {
            return new ApplicationLines(declarations.linesOfBusiness(), withdrawnLines, denials);
        }

        public Kind kind() {
            return variationOf == null ? Kind.MEMBERSHIP : Kind.VARIATION;
        }

        /** Whether the company may not file another application of the kind because of this one. */
        public boolean open() {
            var done = kind() == Kind.VARIATION && state == APPROVED;
            return !state.endedWithoutMembership() && !membershipEnded && !done;
        }

        /** When the application ends if its company stays silent. */
        public @Nullable Instant endsUnansweredAt() {
            return timeline.replyDueAt();
        }

        /** Who may not decide on it, as far as is known: the newest reports may name more. */
        public WorkOnFile work() {
            return WorkOnFile.of(review, considerations, denials, proposals);
        }
    }
}
