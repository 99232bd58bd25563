package org.trustedtrader.enrolment.membership;

import java.time.Clock;
import java.time.Instant;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.company.Company;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.calendar.Jurisdiction;
import org.trustedtrader.platform.security.AccountStatus;

/**
 * An officer changes a membership. Where that gives or takes benefits, the officer's account is checked to be live at that
 * moment.
 */
public final class DecideMembership {

    private final Memberships memberships;
    private final AccountStatus accounts;
    private final MembershipRules rules;
    private final Companies companies;
    private final MemberReports reports;
    private final Clock clock;

    public DecideMembership(
            Memberships memberships,
            AccountStatus accounts,
            MembershipRules rules,
            Companies companies,
            MemberReports reports,
            Clock clock) {
        this.memberships = memberships;
        this.accounts = accounts;
        this.rules = rules;
        this.companies = companies;
        this.reports = reports;
        this.clock = clock;
    }

    public Membership suspend(String id, MembershipDecision decision, Command command) {
        accounts.beforeRemoving(command.actor());
        return change(id, decision, command, (m, d, officer, at) -> m.suspend(d, rules, province(m), officer, at));
    }

    public Membership confirmSuspension(String id, String note, Command command) {
        accounts.beforeRemoving(command.actor());
        return memberships.change(id, command, m -> m.confirmSuspension(note, command.actor(), clock.instant()));
    }

    public Membership object(String id, String words, Command command) {
        return memberships.change(id, command, m -> m.object(words, rules, command.actor(), clock.instant()));
    }

    public Membership answerObjection(String id, boolean upheld, MembershipDecision decision, Command command) {
        if (upheld) {
            accounts.beforeGranting(command.actor());
        }
        return change(id, decision, command, (m, d, officer, at) -> m.answerObjection(upheld, d, officer, at));
    }

    public Membership extendSuspension(String id, String reason, Command command) {
        return memberships.change(
                id, command, m -> m.extendSuspension(reason, rules, command.actor(), clock.instant()));
    }

    public Membership reinstate(String id, MembershipDecision decision, Command command) {
        accounts.beforeGranting(command.actor());
        return change(id, decision, command, Membership::reinstate);
    }

    public Membership allowAppeal(String id, MembershipDecision decision, Command command) {
        accounts.beforeGranting(command.actor());
        return change(
                id,
                decision,
                command,
                (m, d, officer, at) -> m.allowAppeal(d, rules.appealDueAt(at, province(m)), officer, at));
    }

    public Membership dismissAppeal(String id, MembershipDecision decision, Command command) {
        return change(id, decision, command, Membership::dismissAppeal);
    }

    public Membership agreeActionPlan(String id, MembershipDecision decision, Command command) {
        return change(id, decision, command, Membership::agreeActionPlan);
    }

    public Membership completeActionPlan(String id, MembershipDecision decision, Command command) {
        return change(
                id,
                decision,
                command,
                (m, d, officer, at) -> m.completeActionPlan(d, openMustActions(id), officer, at));
    }

    public Membership startRevalidation(String id, MembershipDecision decision, Command command) {
        return change(id, decision, command, Membership::startRevalidation);
    }

    public Membership completeRevalidation(String id, MembershipDecision decision, Command command) {
        accounts.beforeGranting(command.actor());
        return change(
                id, decision, command, (m, d, officer, at) -> m.completeRevalidation(d, rules, reports, officer, at));
    }

    /** Names who decides the proposal although that officer took part in the matter. */
    public Membership nameDecider(String id, String officer, String reason, Command command) {
        var chosen = new NamedDecider(officer, reason, command.actor().id());
        return memberships.change(id, command, m -> m.nameDecider(chosen, reports, command.actor(), clock.instant()));
    }

    /** The same for the answer to an objection. */
    public Membership nameAnswerer(String id, String officer, String reason, Command command) {
        return memberships.change(id, command, m -> m.nameAnswerer(officer, reason, command.actor(), clock.instant()));
    }

    /** A compliance case ended in suspension, by an officer's decision or by default. Taking this in twice changes nothing. */
    public void suspendByCase(String id, Membership.CaseOutcome outcome, Actor decider) {
        memberships.react(id, m -> m.suspendByCase(outcome, rules, province(m), decider, clock.instant()));
    }

    /** A compliance case about security was left undecided: some benefits are paused. Taking this in twice changes nothing. */
    public void pauseByCase(String id, Membership.CaseOutcome outcome, Actor platform) {
        memberships.react(id, m -> m.pauseByCase(outcome, platform, clock.instant()));
    }

    /** A compliance case takes nothing from the member, or its cause is removed. Taking this in twice changes nothing. */
    public void endPauseByCase(String id, Membership.CaseOutcome outcome, Actor decider) {
        memberships.react(id, m -> m.endPauseByCase(outcome, decider, clock.instant()));
    }

    /** A compliance case ended in an action plan. Taking this in twice changes nothing. */
    public void agreeActionPlanByCase(String id, Membership.CaseOutcome outcome, Actor decider) {
        memberships.react(id, m -> m.agreeActionPlanByCase(outcome, decider, clock.instant()));
    }

    /** A compliance case ended in cancellation. Taking this in twice changes nothing. */
    public void cancelByCase(String id, Membership.CaseOutcome outcome, Actor decider) {
        memberships.react(id, m -> {
            var at = clock.instant();
            m.cancelByCase(outcome, rules.appealDueAt(at, province(m)), decider, at);
        });
    }

    /** A change report was decided with a revalidation. Taking this in twice changes nothing. */
    public void revalidateForChange(String id, String report, long version, Actor decider) {
        memberships.react(id, m -> m.revalidateForChange(report, version, rules, decider, clock.instant()));
    }

    private int openMustActions(String id) {
        return reports.assessment(id)
                .map(report -> (int)
                        report.mustActions().stream().filter(a -> !a.verified()).count())
                .orElse(0);
    }

    private Jurisdiction province(Membership membership) {
        return companies
                .find(membership.snapshot().company())
                .map(Company::province)
                .orElse(Jurisdiction.CANADA);
    }

    private Membership change(String id, MembershipDecision decision, Command command, Verb verb) {
        return memberships.change(id, command, m -> verb.apply(m, decision, command.actor(), clock.instant()));
    }

    @FunctionalInterface
    private interface Verb {
        void apply(Membership membership, MembershipDecision decision, Actor officer, Instant at);
    }
}
