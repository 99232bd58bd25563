package org.trustedtrader.enrolment.membership;

import java.time.Clock;
import java.time.Instant;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.company.Company;
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
    private final Clock clock;

    public DecideMembership(
            Memberships memberships, AccountStatus accounts, MembershipRules rules, Companies companies, Clock clock) {
        this.memberships = memberships;
        this.accounts = accounts;
        this.rules = rules;
        this.companies = companies;
        this.clock = clock;
    }

    public Membership suspend(String id, MembershipDecision decision, Command command) {
        accounts.beforeRemoving(command.actor());
        return change(id, decision, command, Membership::suspend);
    }

    public Membership reinstate(String id, MembershipDecision decision, Command command) {
        accounts.beforeGranting(command.actor());
        return change(id, decision, command, Membership::reinstate);
    }

    public Membership cancel(String id, MembershipDecision decision, Command command) {
        accounts.beforeRemoving(command.actor());
        return change(id, decision, command, (m, d, officer, at) -> m.cancel(d, appealDueAt(m, at), officer, at));
    }

    public Membership allowAppeal(String id, MembershipDecision decision, Command command) {
        accounts.beforeGranting(command.actor());
        return change(id, decision, command, Membership::allowAppeal);
    }

    public Membership dismissAppeal(String id, MembershipDecision decision, Command command) {
        return change(id, decision, command, Membership::dismissAppeal);
    }

    public Membership agreeActionPlan(String id, MembershipDecision decision, Command command) {
        return change(id, decision, command, Membership::agreeActionPlan);
    }

    public Membership completeActionPlan(String id, MembershipDecision decision, Command command) {
        return change(id, decision, command, Membership::completeActionPlan);
    }

    public Membership startRevalidation(String id, MembershipDecision decision, Command command) {
        return change(id, decision, command, Membership::startRevalidation);
    }

    public Membership completeRevalidation(String id, MembershipDecision decision, Command command) {
        return change(id, decision, command, (m, d, officer, at) -> m.completeRevalidation(d, rules, officer, at));
    }

    private Instant appealDueAt(Membership membership, Instant cancelledAt) {
        var province = companies
                .find(membership.snapshot().company())
                .map(Company::province)
                .orElse(Jurisdiction.CANADA);
        return rules.appealDueAt(cancelledAt, province);
    }

    private Membership change(String id, MembershipDecision decision, Command command, Verb verb) {
        return memberships.change(id, command, m -> verb.apply(m, decision, command.actor(), clock.instant()));
    }

    @FunctionalInterface
    private interface Verb {
        void apply(Membership membership, MembershipDecision decision, Actor officer, Instant at);
    }
}
