package org.trustedtrader.enrolment.membership;

import static org.trustedtrader.enrolment.membership.MembershipState.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.access.SeparationOfDuties;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.access.SeparationOfDuties.Share;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.aggregate.SortedSets;
import org.trustedtrader.platform.aggregate.StatefulAggregate;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.calendar.Jurisdiction;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * A company's membership, with the id of the application that it came of. Every change carries a reason from the catalogue,
 * a legal basis and the moment from which it counts. An action plan and a revalidation run beside the state.
 */
public final class Membership extends StatefulAggregate<MembershipState> {

    private static final String PROGRAMME_TERMS = "Programme terms";
    private static final Set<MembershipState> LASTING = EnumSet.of(ACTIVE, SUSPENDED);

    private final String company;
    private MemberLines lines;
    private final Tier tier;
    private final LocalDate memberSince;
    private final Set<String> pausedBy;
    private LocalDate revalidationDueOn;
    private ReasonCode reasonCode;
    private String legalBasis;
    private Instant effectiveAt;
    private @Nullable LocalDate actionPlanAgreedOn;
    private @Nullable Revalidation revalidation;
    private @Nullable Suspension suspension;
    private @Nullable MembershipProposal proposal;
    private @Nullable String cancelledBy;
    private List<String> cancellationOfficers;
    private @Nullable Instant appealDueAt;
    private @Nullable NextCancellation nextCancellation;

    private Membership(Stored stored, Snapshot s) {
        super(stored, s.state());
        company = s.company();
        lines = s.lines();
        tier = s.tier();
        memberSince = s.memberSince();
        pausedBy = new TreeSet<>(s.pausedBy());
        revalidationDueOn = s.revalidationDueOn();
        reasonCode = s.reasonCode();
        legalBasis = s.legalBasis();
        effectiveAt = s.effectiveAt();
        actionPlanAgreedOn = s.actionPlanAgreedOn();
        revalidation = s.revalidation();
        suspension = s.suspension();
        proposal = s.proposal();
        cancelledBy = s.cancelledBy();
        cancellationOfficers = s.cancellationOfficers();
        appealDueAt = s.appealDueAt();
        nextCancellation = s.nextCancellation();
    }

    /**
     * Starts with the signature under the terms; at tier II, since no application is approved without a validation.
     *
     * @param riskRating of the application's assessment; null if it is not known
     */
    public static Membership start(
            String applicationId,
            Approved approved,
            @Nullable String riskRating,
            MembershipRules rules,
            Actor platform,
            Instant at) {
        var today = BusinessCalendar.shipped().dayOf(at);
        var first = new Snapshot(
                approved.company(),
                MemberLines.of(approved.linesOfBusiness()),
                ACTIVE,
                Tier.II,
                today,
                rules.nextRevalidation(today, riskRating),
                ReasonCode.TERMS_SIGNED,
                PROGRAMME_TERMS,
                at,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                Set.of(),
                null);
        var membership = new Membership(new Stored(applicationId, 0, Map.of()), first);
        membership.record(Change.birth(ACTIVE.name(), "started", platform, at)
                .because(ReasonCode.TERMS_SIGNED.name())
                .under(PROGRAMME_TERMS));
        return membership;
    }

    /** What a membership takes over from the application that was approved. */
    public record Approved(String company, Set<LineOfBusiness> linesOfBusiness) {}

    /** @param openedBy actor id: the platform ahead of the due date, or an officer */
    public record Revalidation(Instant openedAt, String openedBy) {}

    /**
     * Another compliance case ended in cancellation while the membership was cancelled.
     *
     * @param by       actor id of who decided
     * @param officers actor ids of the officers who opened that case or proposed its outcome
     */
    public record NextCancellation(String caseId, ReasonCode reason, String by, List<String> officers) {

        public NextCancellation {
            officers = List.copyOf(officers);
        }
    }

    /**
     * How a compliance case ended for the membership.
     *
     * @param version  of the case
     * @param officers actor ids of the officers who opened the case or proposed its outcome
     */
    public record CaseOutcome(String caseId, long version, ReasonCode reason, List<String> officers) {

        public CaseOutcome {
            officers = List.copyOf(officers);
        }

        String subject() {
            return "compliance-case/" + caseId;
        }

        String explanation() {
            return "compliance case " + caseId;
        }
    }

    public static Membership restore(Stored stored, Snapshot snapshot) {
        return new Membership(stored, snapshot);
    }

    public void agreeActionPlan(MembershipDecision decision, Actor officer, Instant at) {
        require("agree an action plan", ACTIVE);
        decision.mustBeOneOf(EnumSet.of(ReasonCode.ACTION_PLAN_AGREED));
        if (actionPlanAgreedOn != null) {
            throw new Refusal.RuleBroken("action-plan-agreed", Message.of("enrolment.membership.action-plan-agreed"));
        }
        actionPlanAgreedOn = BusinessCalendar.shipped().dayOf(at);
        decide(ACTIVE, "action-plan-agreed", decision, officer, at);
    }

    /** @param openMustActions corrective actions for criteria that must be met, not verified yet; the plan is these actions */
    public void completeActionPlan(MembershipDecision decision, int openMustActions, Actor officer, Instant at) {
        require("complete the action plan", LASTING);
        decision.mustBeOneOf(EnumSet.of(ReasonCode.ACTION_PLAN_COMPLETED));
        if (actionPlanAgreedOn == null) {
            throw new Refusal.RuleBroken("no-action-plan", Message.of("enrolment.membership.no-action-plan"));
        }
        if (openMustActions > 0) {
            throw new Refusal.RuleBroken(
                    "actions-open", Message.of("enrolment.membership.actions-open", openMustActions));
        }
        actionPlanAgreedOn = null;
        decide(state(), "action-plan-completed", decision, officer, at);
    }

    /** For safety, by one officer at once; benefits are off from the decision's effective time. Another officer confirms. */
    public void suspend(
            MembershipDecision decision, MembershipRules rules, Jurisdiction province, Actor officer, Instant at) {
        require("suspend the membership", ACTIVE);
        decision.mustBeOneOf(ReasonCode.AGAINST_THE_MEMBER);
        startSuspension(officer, rules.confirmBy(at), rules, province, at);
        decide(SUSPENDED, "suspended", decision, officer, at);
    }

    /**
     * A compliance case ends in suspension, by decision or by default; it needs no confirmation, since the member had a notice.
     * A member that is suspended or over stays as it is; for one that is cancelled the suspension counts once an appeal is allowed.
     * A case that was taken in before changes nothing.
     *
     * @param decider the officer who decided the case, or the platform by default
     */
    public void suspendByCase(
            CaseOutcome outcome, MembershipRules rules, Jurisdiction province, Actor decider, Instant at) {
        if (!takesIn(outcome.subject(), outcome.version())) {
            return;
        }
        if (state() == ACTIVE) {
            pausedBy.remove(outcome.caseId());
            startSuspension(decider, null, rules, province, at);
            become(SUSPENDED, "suspended", decider, at, outcome.reason(), outcome.explanation());
        } else if (suspension == null && (state() == CANCELLED || state() == APPEAL_PENDING)) {
            pausedBy.remove(outcome.caseId());
            suspension = Suspension.begun(decider.id(), at, null, rules.objectUntil(at, province), rules.reviewOn(at));
            record(within("suspended-if-appeal-allowed", decider, at).because(outcome.explanation()));
        } else {
            noteCase(outcome, decider, at);
        }
    }

    /** Confirms a suspension for safety; refuses the officer who suspended. */
    public void confirmSuspension(String note, Actor officer, Instant at) {
        require("confirm the suspension", SUSPENDED);
        suspension = present().confirmed(officer);
        record(within("suspension-confirmed", officer, at).because(note).under(legalBasis));
    }

    /** The member objects to the suspension, once, within the period. */
    public void object(String words, MembershipRules rules, Actor owner, Instant at) {
        require("object to the suspension", SUSPENDED);
        suspension = present().objected(words, at, rules.answerBy(at));
        record(within("objected", owner, at).because(words).under(legalBasis));
    }

    /**
     * Answers the objection; an upheld one lifts the suspension.
     *
     * @param decision {@link ReasonCode#OBJECTION_UPHELD}, or the reason against the member that remains
     */
    public void answerObjection(boolean upheld, MembershipDecision decision, Actor officer, Instant at) {
        require("answer the objection", SUSPENDED);
        var answered = present().answered(officer);
        if (upheld) {
            decision.mustBeOneOf(EnumSet.of(ReasonCode.OBJECTION_UPHELD));
            endSuspension();
            decide(ACTIVE, "objection-upheld", decision, officer, at);
        } else {
            decision.mustBeOneOf(ReasonCode.AGAINST_THE_MEMBER);
            suspension = answered;
            decide(SUSPENDED, "objection-dismissed", decision, officer, at);
        }
    }

    /** Puts off the review of the suspension for another period, with a reason. */
    public void extendSuspension(String reason, MembershipRules rules, Actor officer, Instant at) {
        require("extend the suspension", SUSPENDED);
        suspension = present().extended(rules.reviewOn(at), officer);
        record(within("suspension-extended", officer, at).because(reason).under(legalBasis));
    }

    /** Proposes what another officer decides. An open proposal has to be decided or dropped first. */
    public void propose(MembershipProposal.Kind kind, MembershipDecision decision, Actor officer, Instant at) {
        switch (kind) {
            case REINSTATEMENT -> require("propose the reinstatement", SUSPENDED);
            case REVALIDATION_COMPLETION -> {
                require("propose to complete the revalidation", ACTIVE);
                openRevalidation();
            }
            case APPEAL_DECISION -> require("propose the decision on the appeal", APPEAL_PENDING);
        }
        decision.mustBeOneOf(kind.reasons());
        if (proposal != null) {
            throw new Refusal.RuleBroken(
                    "proposal-open", Message.of("enrolment.membership.proposal-open", proposal.kind()));
        }
        proposal = new MembershipProposal(kind, officer.id(), decision.reasonCode(), decision.note(), at, null);
        record(within("proposed", officer, at)
                .because(kind + ", " + decision.reason())
                .under(decision.legalBasis()));
    }

    /** The proposer takes the proposal back, or another officer refuses it. */
    public void dropProposal(String reason, Actor officer, Instant at) {
        var open = proposal();
        proposal = null;
        record(within("proposal-dropped", officer, at).because(open.kind() + ": " + reason));
    }

    /** Where no other officer is left: names one who took part to decide the proposal, but never the proposer. */
    public void nameDecider(NamedDecider chosen, MemberReports reports, Actor manager, Instant at) {
        var open = proposal();
        var duties = switch (open.kind()) {
            case REINSTATEMENT -> reinstating(open);
            case REVALIDATION_COMPLETION ->
                revalidating(open, RevalidationReports.since(openRevalidation().openedAt(), id(), reports));
            case APPEAL_DECISION -> decidingAppeal(open);
        };
        var named = duties.naming(chosen.officer(), chosen.reason(), manager);
        proposal = open.namedTo(named);
        record(within("decider-named", manager, at).because(named.words()));
    }

    /** The same for the answer to an objection; never the officer who suspended. */
    public void nameAnswerer(String officer, String reason, Actor manager, Instant at) {
        require("answer the objection", SUSPENDED);
        suspension = present().answeredOnlyBy(officer, reason, manager);
        record(within("decider-named", manager, at).because(officer + ": " + reason));
    }

    /** Benefits are on again. Decides a proposal of another officer. */
    public void reinstate(MembershipDecision decision, Actor officer, Instant at) {
        require("reinstate the membership", SUSPENDED);
        decision.mustBeOneOf(ReasonCode.FOR_REINSTATEMENT);
        reinstating(proposed(MembershipProposal.Kind.REINSTATEMENT)).requireMayDecide(officer);
        endSuspension();
        decide(ACTIVE, "reinstated", decision, officer, at);
    }

    /** A compliance case ends in an action plan; a member that has one, or is not active, keeps what it has. */
    public void agreeActionPlanByCase(CaseOutcome outcome, Actor decider, Instant at) {
        if (!takesIn(outcome.subject(), outcome.version())) {
            return;
        }
        if (state() == ACTIVE && actionPlanAgreedOn == null) {
            pausedBy.remove(outcome.caseId());
            actionPlanAgreedOn = BusinessCalendar.shipped().dayOf(at);
            become(ACTIVE, "action-plan-agreed", decider, at, ReasonCode.ACTION_PLAN_AGREED, outcome.explanation());
        } else {
            noteCase(outcome, decider, at);
        }
    }

    /**
     * The programme left a case about security undecided for too long: the benefits that the border's rules name for it are off
     * until the case is decided, also after an appeal that is allowed meanwhile. A case that was taken in before changes nothing.
     */
    public void pauseByCase(CaseOutcome outcome, Actor platform, Instant at) {
        if (!takesIn(outcome.subject(), outcome.version()) || state().over()) {
            return;
        }
        pausedBy.add(outcome.caseId());
        if (state() == ACTIVE) {
            become(ACTIVE, "benefits-paused", platform, at, outcome.reason(), outcome.explanation());
        } else {
            record(within("benefits-paused", platform, at).because(outcome.explanation()));
        }
    }

    /** A compliance case ended and takes nothing from the member, or its cause is removed: what it paused is on again. */
    public void endPauseByCase(CaseOutcome outcome, Actor decider, Instant at) {
        if (takesIn(outcome.subject(), outcome.version()) && !state().over()) {
            noteCase(outcome, decider, at);
        }
    }

    /**
     * A compliance case ends in cancellation; the member may appeal. A member that left or was cancelled stays as it is. A case
     * that was taken in before changes nothing.
     *
     * @param decider the officer who decided the case
     */
    public void cancelByCase(CaseOutcome outcome, Instant appealUntil, Actor decider, Instant at) {
        if (!takesIn(outcome.subject(), outcome.version())) {
            return;
        }
        if (LASTING.contains(state())) {
            proposal = null;
            revalidation = null;
            cancelledBy = decider.id();
            cancellationOfficers = outcome.officers();
            appealDueAt = appealUntil;
            pausedBy.remove(outcome.caseId());
            become(CANCELLED, "cancelled", decider, at, outcome.reason(), outcome.explanation());
        } else if (nextCancellation == null && (state() == CANCELLED || state() == APPEAL_PENDING)) {
            pausedBy.remove(outcome.caseId());
            nextCancellation =
                    new NextCancellation(outcome.caseId(), outcome.reason(), decider.id(), outcome.officers());
            record(within("cancelled-if-appeal-allowed", decider, at).because(outcome.explanation()));
        } else {
            noteCase(outcome, decider, at);
        }
    }

    public void appeal(String grounds, Actor owner, Instant at) {
        require("appeal", CANCELLED);
        if (appealPeriodOver(at)) {
            throw new Refusal.RuleBroken(
                    "appeal-too-late", Message.of("enrolment.membership.appeal-too-late", String.valueOf(appealDueAt)));
        }
        appealDueAt = null;
        become(APPEAL_PENDING, "appealed", owner, at, ReasonCode.MEMBER_APPEALED, grounds);
    }

    /**
     * Back to the state before the cancellation: a suspension goes on, and so does a cancellation that another case decided
     * meanwhile.
     *
     * @param appealUntil by when the member may appeal against that other cancellation
     */
    public void allowAppeal(MembershipDecision decision, Instant appealUntil, Actor officer, Instant at) {
        var next = nextCancellation;
        var before = suspension == null ? ACTIVE : SUSPENDED;
        decideAppeal(
                next == null ? before : CANCELLED, "appeal-allowed", ReasonCode.APPEAL_ALLOWED, decision, officer, at);
        if (next != null) {
            nextCancellation = null;
            cancelledBy = next.by();
            cancellationOfficers = next.officers();
            reasonCode = next.reason();
            appealDueAt = appealUntil;
        }
    }

    public void dismissAppeal(MembershipDecision decision, Actor officer, Instant at) {
        decideAppeal(CANCELLED_FINAL, "appeal-dismissed", ReasonCode.APPEAL_DISMISSED, decision, officer, at);
    }

    /** Makes a cancellation final that nobody appealed against in time; otherwise nothing changes. */
    public void closeAppealPeriod(Actor platform, Instant at) {
        if (state() == CANCELLED && appealPeriodOver(at)) {
            appealDueAt = null;
            become(CANCELLED_FINAL, "cancellation-final", platform, at, ReasonCode.APPEAL_PERIOD_OVER, "");
        }
    }

    /** Opens the revalidation once its time has come, also during an action plan or a suspension; otherwise nothing changes. */
    public void openRevalidationWhenDue(MembershipRules rules, Actor platform, Instant at) {
        if (LASTING.contains(state())
                && revalidation == null
                && !BusinessCalendar.shipped().dayOf(at).isBefore(rules.revalidationOpensOn(revalidationDueOn))) {
            revalidation = new Revalidation(at, platform.id());
            become(state(), "revalidation-opened", platform, at, ReasonCode.REVALIDATION_CYCLE, "");
        }
    }

    /** An officer opens the revalidation before its time, with a reason. */
    public void startRevalidation(MembershipDecision decision, Actor officer, Instant at) {
        require("start the revalidation", ACTIVE);
        decision.mustBeOneOf(EnumSet.of(ReasonCode.REVALIDATION_STARTED));
        if (revalidation != null) {
            throw new Refusal.RuleBroken("revalidation-open", Message.of("enrolment.membership.revalidation-open"));
        }
        revalidation = new Revalidation(at, officer.id());
        decide(ACTIVE, "revalidation-opened", decision, officer, at);
    }

    /**
     * A change of the company has to be followed by a revalidation, due when one that opens now would be due. One that is open
     * already serves it. Taking this in twice changes nothing.
     *
     * @param report  id of the change report
     * @param version of the change report
     */
    public void revalidateForChange(String report, long version, MembershipRules rules, Actor decider, Instant at) {
        if (!takesIn("change-report/" + report, version)) {
            return;
        }
        var explanation = "change report " + report;
        if (LASTING.contains(state()) && revalidation == null) {
            revalidation = new Revalidation(at, decider.id());
            revalidationDueOn =
                    rules.earlier(revalidationDueOn, BusinessCalendar.shipped().dayOf(at));
            become(state(), "revalidation-opened", decider, at, ReasonCode.REVALIDATION_STARTED, explanation);
        } else {
            record(within("change-noted", decider, at).because(explanation));
        }
    }

    /** The next cycle begins. Decides a proposal; the decider neither assessed nor visited nor opened the revalidation. */
    public void completeRevalidation(
            MembershipDecision decision, MembershipRules rules, MemberReports reports, Actor officer, Instant at) {
        require("complete the revalidation", ACTIVE);
        decision.mustBeOneOf(EnumSet.of(ReasonCode.REVALIDATED));
        var open = openRevalidation();
        var findings = RevalidationReports.since(open.openedAt(), id(), reports);
        if (!findings.objections().isEmpty()) {
            throw new Refusal.RuleBroken(
                    "revalidation-incomplete",
                    Message.of("enrolment.membership.revalidation-incomplete"),
                    findings.objections());
        }
        revalidating(proposed(MembershipProposal.Kind.REVALIDATION_COMPLETION), findings)
                .requireMayDecide(officer);
        proposal = null;
        revalidation = null;
        revalidationDueOn = rules.nextRevalidation(BusinessCalendar.shipped().dayOf(at), findings.riskRating());
        decide(ACTIVE, "revalidated", decision, officer, at);
    }

    /** Whether the company has to act next in the open revalidation; false if none is open. */
    public boolean companyHasTheTurn(MemberReports reports) {
        return revalidation != null
                && RevalidationReports.since(revalidation.openedAt(), id(), reports)
                        .turnIsWithCompany();
    }

    /**
     * An application of variation was approved and its terms are signed: the membership has these lines as well from now on. One
     * that is over stays as it is. Taking this in twice changes nothing.
     *
     * @param variation id of the application
     * @param version   of the application
     */
    public void addLines(String variation, long version, Set<LineOfBusiness> more, Actor platform, Instant at) {
        if (!takesIn("application/" + variation, version)) {
            return;
        }
        if (LASTING.contains(state())) {
            lines = lines.plus(more, BusinessCalendar.shipped().dayOf(at));
            effectiveAt = at;
            record(within("lines-added", platform, at)
                    .because("application " + variation)
                    .under(PROGRAMME_TERMS));
        } else {
            record(within("variation-noted", platform, at).because("application " + variation));
        }
    }

    /** The member gives up a line of business; benefits that rest on it end at once. */
    public void giveUpLine(LineOfBusiness line, String reason, Actor owner, Instant at) {
        require("give up a line of business", LASTING);
        lines = lines.without(line);
        effectiveAt = at;
        record(within("line-given-up", owner, at).because(line + ": " + reason).under(PROGRAMME_TERMS));
    }

    public void withdraw(String reason, Actor owner, Instant at) {
        require("withdraw from the programme", LASTING);
        endSuspension();
        revalidation = null;
        actionPlanAgreedOn = null;
        pausedBy.clear();
        become(WITHDRAWN, "withdrawn", owner, at, ReasonCode.MEMBER_WITHDREW, reason);
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return Roles.mayRead(actor, company);
    }

    @Override
    public Optional<String> fileOf() {
        return Optional.of(company);
    }

    /** What a member is known by outside: {@code PIP-} and 8 hexadecimal digits of its id. */
    public String membershipNumber() {
        return numberOf(id());
    }

    /** The number of the membership with that id. */
    public static String numberOf(String id) {
        return "PIP-" + id.substring(0, 8).toUpperCase(Locale.ROOT);
    }

    public Snapshot snapshot() {
        return new Snapshot(
                company,
                lines,
                state(),
                tier,
                memberSince,
                revalidationDueOn,
                reasonCode,
                legalBasis,
                effectiveAt,
                actionPlanAgreedOn,
                revalidation,
                suspension,
                proposal,
                cancelledBy,
                cancellationOfficers,
                appealDueAt,
                pausedBy,
                nextCancellation);
    }

    private void decideAppeal(
            MembershipState outcome,
            String name,
            ReasonCode code,
            MembershipDecision decision,
            Actor officer,
            Instant at) {
        require("decide the appeal", APPEAL_PENDING);
        decision.mustBeOneOf(EnumSet.of(code));
        decidingAppeal(proposed(MembershipProposal.Kind.APPEAL_DECISION)).requireMayDecide(officer);
        proposal = null;
        cancelledBy = null;
        cancellationOfficers = List.of();
        decide(outcome, name, decision, officer, at);
    }

    private SeparationOfDuties reinstating(MembershipProposal proposed) {
        return proposed.duties(present().shares());
    }

    private SeparationOfDuties revalidating(MembershipProposal proposed, RevalidationReports findings) {
        return proposed.duties(findings.shares())
                .and(Share.participation(openRevalidation().openedBy(), "REVALIDATION", "part.opened-revalidation"));
    }

    private SeparationOfDuties decidingAppeal(MembershipProposal proposed) {
        return proposed.duties(cancellationShares()).and(suspension == null ? List.of() : suspension.shares());
    }

    private List<Share> cancellationShares() {
        var decided =
                Stream.of(Share.participation(Objects.requireNonNull(cancelledBy), "CANCELLATION", "part.cancelled"));
        return Stream.concat(
                        decided,
                        cancellationOfficers.stream()
                                .map(id -> Share.participation(id, "CASE", "part.proposed-cancellation")))
                .toList();
    }

    private void noteCase(CaseOutcome outcome, Actor decider, Instant at) {
        if (pausedBy.remove(outcome.caseId()) && state() == ACTIVE) {
            become(ACTIVE, "benefits-resumed", decider, at, ReasonCode.CASE_CLOSED, outcome.explanation());
        } else {
            record(within("case-noted", decider, at).because(outcome.explanation()));
        }
    }

    private void startSuspension(
            Actor by, @Nullable Instant confirmBy, MembershipRules rules, Jurisdiction province, Instant at) {
        proposal = null;
        suspension = Suspension.begun(by.id(), at, confirmBy, rules.objectUntil(at, province), rules.reviewOn(at));
    }

    private void endSuspension() {
        suspension = null;
        proposal = null;
    }

    private Suspension present() {
        return Objects.requireNonNull(suspension);
    }

    private Revalidation openRevalidation() {
        if (revalidation == null) {
            throw new Refusal.RuleBroken("no-revalidation", Message.of("enrolment.membership.no-revalidation"));
        }
        return revalidation;
    }

    private MembershipProposal proposal() {
        if (proposal == null) {
            throw new Refusal.RuleBroken("no-proposal", Message.of("enrolment.membership.no-proposal"));
        }
        return proposal;
    }

    private MembershipProposal proposed(MembershipProposal.Kind kind) {
        if (proposal == null || proposal.kind() != kind) {
            throw new Refusal.RuleBroken("proposal-needed", Message.of("enrolment.membership.proposal-needed", kind));
        }
        return proposal;
    }

    private boolean appealPeriodOver(Instant at) {
        return appealDueAt != null && at.isAfter(appealDueAt);
    }

    private void decide(MembershipState next, String name, MembershipDecision decision, Actor officer, Instant at) {
        effectiveAt = decision.effectiveBetween(effectiveAt, at);
        reasonCode = decision.reasonCode();
        legalBasis = decision.legalBasis();
        record(to(next, name, officer, effectiveAt).because(decision.reason()).under(legalBasis));
    }

    private void become(
            MembershipState next, String name, Actor actor, Instant at, ReasonCode code, String explanation) {
        effectiveAt = at;
        reasonCode = code;
        legalBasis = PROGRAMME_TERMS;
        var reason = explanation.isBlank() ? code.name() : code + ": " + explanation;
        record(to(next, name, actor, at).because(reason).under(legalBasis));
    }

    /**
     * The whole state of a membership, for storage and for views.
     *
     * @param effectiveAt        from when the present state counts
     * @param actionPlanAgreedOn programme day; null without an action plan
     * @param revalidation       null unless one is open
     * @param suspension         while suspended
     * @param proposal           what waits for another officer's decision
     * @param cancelledBy        the officer who cancelled, who may not decide on the appeal
     * @param cancellationOfficers who opened the case or proposed the cancellation, who may not either
     * @param appealDueAt        by when the member may appeal, while cancelled
     * @param pausedBy           ids of the compliance cases that pause some benefits until they are decided
     * @param nextCancellation   counts if an appeal against the present cancellation is allowed; null if there is none
     */
    public record Snapshot(
            String company,
            MemberLines lines,
            MembershipState state,
            Tier tier,
            LocalDate memberSince,
            LocalDate revalidationDueOn,
            ReasonCode reasonCode,
            String legalBasis,
            Instant effectiveAt,
            @Nullable LocalDate actionPlanAgreedOn,
            @Nullable Revalidation revalidation,
            @Nullable Suspension suspension,
            @Nullable MembershipProposal proposal,
            @Nullable String cancelledBy,
            List<String> cancellationOfficers,
            @Nullable Instant appealDueAt,
            Set<String> pausedBy,
            @Nullable NextCancellation nextCancellation) {

        public Snapshot {
            cancellationOfficers = List.copyOf(cancellationOfficers);
            pausedBy = SortedSets.copyOf(pausedBy);
        }

        public Set<LineOfBusiness> linesOfBusiness() {
            return lines.linesOfBusiness();
        }
    }
}
