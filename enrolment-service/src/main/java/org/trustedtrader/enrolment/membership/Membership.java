package org.trustedtrader.enrolment.membership;

import static org.trustedtrader.enrolment.membership.MembershipState.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.aggregate.StatefulAggregate;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * A company's membership, with the id of the application that it came of. Every change carries a reason from the catalogue,
 * a legal basis and the moment from which it counts.
 */
public final class Membership extends StatefulAggregate<MembershipState> {

    private static final String PROGRAMME_TERMS = "Programme terms";
    private static final Set<MembershipState> WITHDRAWABLE = EnumSet.range(ACTIVE, SUSPENDED);

    private final String company;
    private final Set<LineOfBusiness> linesOfBusiness;
    private final Tier tier;
    private final LocalDate memberSince;
    private LocalDate revalidationDueOn;
    private ReasonCode reasonCode;
    private String legalBasis;
    private Instant effectiveAt;
    private @Nullable MembershipState resumeTo;
    private @Nullable String cancelledBy;
    private @Nullable Instant appealDueAt;

    private Membership(Stored stored, Snapshot s) {
        super(stored, s.state());
        company = s.company();
        linesOfBusiness = s.linesOfBusiness();
        tier = s.tier();
        memberSince = s.memberSince();
        revalidationDueOn = s.revalidationDueOn();
        reasonCode = s.reasonCode();
        legalBasis = s.legalBasis();
        effectiveAt = s.effectiveAt();
        resumeTo = s.resumeTo();
        cancelledBy = s.cancelledBy();
        appealDueAt = s.appealDueAt();
    }

    /** Starts with the signature under the terms; at tier II, since no application is approved without a validation. */
    public static Membership start(
            String applicationId, Approved approved, MembershipRules rules, Actor platform, Instant at) {
        var today = BusinessCalendar.shipped().dayOf(at);
        var first = new Snapshot(
                approved.company(),
                approved.linesOfBusiness(),
                ACTIVE,
                Tier.II,
                today,
                rules.nextRevalidation(today),
                ReasonCode.TERMS_SIGNED,
                PROGRAMME_TERMS,
                at,
                null,
                null,
                null);
        var membership = new Membership(new Stored(applicationId, 0, Map.of()), first);
        membership.record(Change.birth(ACTIVE.name(), "started", platform, at)
                .because(ReasonCode.TERMS_SIGNED.name())
                .under(PROGRAMME_TERMS));
        return membership;
    }

    /** What a membership takes over from the application that was approved. */
    public record Approved(String company, Set<LineOfBusiness> linesOfBusiness) {}

    public static Membership restore(Stored stored, Snapshot snapshot) {
        return new Membership(stored, snapshot);
    }

    public void agreeActionPlan(MembershipDecision decision, Actor officer, Instant at) {
        require("agree an action plan", ACTIVE);
        decision.mustBeOneOf(EnumSet.of(ReasonCode.ACTION_PLAN_AGREED));
        decide(ACTIVE_WITH_ACTION_PLAN, "action-plan-agreed", decision, officer, at);
    }

    public void completeActionPlan(MembershipDecision decision, Actor officer, Instant at) {
        require("complete the action plan", ACTIVE_WITH_ACTION_PLAN);
        decision.mustBeOneOf(EnumSet.of(ReasonCode.ACTION_PLAN_COMPLETED));
        decide(ACTIVE, "action-plan-completed", decision, officer, at);
    }

    /** Benefits are off from the decision's effective time. */
    public void suspend(MembershipDecision decision, Actor officer, Instant at) {
        require("suspend the membership", ANY_ACTIVE);
        decision.mustBeOneOf(ReasonCode.AGAINST_THE_MEMBER);
        resumeTo = state();
        decide(SUSPENDED, "suspended", decision, officer, at);
    }

    /** Back to the state before the suspension. */
    public void reinstate(MembershipDecision decision, Actor officer, Instant at) {
        require("reinstate the membership", SUSPENDED);
        decision.mustBeOneOf(ReasonCode.FOR_REINSTATEMENT);
        var before = Objects.requireNonNull(resumeTo);
        resumeTo = null;
        decide(before, "reinstated", decision, officer, at);
    }

    /** Only a suspended membership can be cancelled; the member may appeal. */
    public void cancel(MembershipDecision decision, Instant appealUntil, Actor officer, Instant at) {
        require("cancel the membership", SUSPENDED);
        decision.mustBeOneOf(ReasonCode.AGAINST_THE_MEMBER);
        resumeTo = null;
        cancelledBy = officer.id();
        appealDueAt = appealUntil;
        decide(CANCELLED, "cancelled", decision, officer, at);
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

    public void allowAppeal(MembershipDecision decision, Actor officer, Instant at) {
        decideAppeal(ACTIVE, "appeal-allowed", ReasonCode.APPEAL_ALLOWED, decision, officer, at);
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

    /** Marks the membership once its revalidation is due; otherwise nothing changes. */
    public void fallDue(Actor platform, Instant at) {
        if (state() == ACTIVE && !BusinessCalendar.shipped().dayOf(at).isBefore(revalidationDueOn)) {
            become(REVALIDATION_DUE, "revalidation-due", platform, at, ReasonCode.REVALIDATION_CYCLE, "");
        }
    }

    public void startRevalidation(MembershipDecision decision, Actor officer, Instant at) {
        require("start the revalidation", REVALIDATION_DUE);
        decision.mustBeOneOf(EnumSet.of(ReasonCode.REVALIDATION_STARTED));
        decide(REVALIDATION_IN_PROGRESS, "revalidation-started", decision, officer, at);
    }

    /** The next cycle begins. */
    public void completeRevalidation(MembershipDecision decision, MembershipRules rules, Actor officer, Instant at) {
        require("complete the revalidation", REVALIDATION_IN_PROGRESS);
        decision.mustBeOneOf(EnumSet.of(ReasonCode.REVALIDATED));
        revalidationDueOn = rules.nextRevalidation(BusinessCalendar.shipped().dayOf(at));
        decide(ACTIVE, "revalidated", decision, officer, at);
    }

    public void withdraw(String reason, Actor owner, Instant at) {
        require("withdraw from the programme", WITHDRAWABLE);
        resumeTo = null;
        become(WITHDRAWN, "withdrawn", owner, at, ReasonCode.MEMBER_WITHDREW, reason);
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return Roles.mayRead(actor, company);
    }

    /** What a member is known by outside: {@code PIP-} and 8 hexadecimal digits of its id. */
    public String membershipNumber() {
        return "PIP-" + id().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    public Snapshot snapshot() {
        return new Snapshot(
                company,
                linesOfBusiness,
                state(),
                tier,
                memberSince,
                revalidationDueOn,
                reasonCode,
                legalBasis,
                effectiveAt,
                resumeTo,
                cancelledBy,
                appealDueAt);
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
        if (officer.id().equals(cancelledBy)) {
            throw new Refusal.RuleBroken("decided-by-someone-else", Message.of("enrolment.membership.you-cancelled"));
        }
        cancelledBy = null;
        decide(outcome, name, decision, officer, at);
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
     * @param effectiveAt  from when the present state counts
     * @param resumeTo     where reinstating leads back to, while suspended
     * @param cancelledBy  the officer who cancelled, who may not decide on the appeal
     * @param appealDueAt  by when the member may appeal, while cancelled
     */
    public record Snapshot(
            String company,
            Set<LineOfBusiness> linesOfBusiness,
            MembershipState state,
            Tier tier,
            LocalDate memberSince,
            LocalDate revalidationDueOn,
            ReasonCode reasonCode,
            String legalBasis,
            Instant effectiveAt,
            @Nullable MembershipState resumeTo,
            @Nullable String cancelledBy,
            @Nullable Instant appealDueAt) {

        public Snapshot {
            linesOfBusiness = Set.copyOf(linesOfBusiness);
        }
    }
}
