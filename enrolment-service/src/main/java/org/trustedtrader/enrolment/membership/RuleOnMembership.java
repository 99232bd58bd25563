package org.trustedtrader.enrolment.membership;

import java.time.Clock;
import java.time.Instant;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.security.AccountStatus;

/**
 * An officer changes a membership. Where that gives or takes benefits, the officer's account is checked to be live at that
 * moment.
 */
public final class RuleOnMembership {

    private final Memberships memberships;
    private final AccountStatus accounts;
    private final MembershipRules rules;
    private final Clock clock;

    public RuleOnMembership(Memberships memberships, AccountStatus accounts, MembershipRules rules, Clock clock) {
        this.memberships = memberships;
        this.accounts = accounts;
        this.rules = rules;
        this.clock = clock;
    }

    public Membership suspend(String id, Ruling ruling, Command command) {
        accounts.beforeRemoving(command.actor());
        return change(id, ruling, command, Membership::suspend);
    }

    public Membership reinstate(String id, Ruling ruling, Command command) {
        accounts.beforeGranting(command.actor());
        return change(id, ruling, command, Membership::reinstate);
    }

    public Membership cancel(String id, Ruling ruling, Command command) {
        accounts.beforeRemoving(command.actor());
        return change(id, ruling, command, (m, r, officer, at) -> m.cancel(r, rules, officer, at));
    }

    public Membership allowAppeal(String id, Ruling ruling, Command command) {
        accounts.beforeGranting(command.actor());
        return change(id, ruling, command, Membership::allowAppeal);
    }

    public Membership dismissAppeal(String id, Ruling ruling, Command command) {
        return change(id, ruling, command, Membership::dismissAppeal);
    }

    public Membership agreeActionPlan(String id, Ruling ruling, Command command) {
        return change(id, ruling, command, Membership::agreeActionPlan);
    }

    public Membership completeActionPlan(String id, Ruling ruling, Command command) {
        return change(id, ruling, command, Membership::completeActionPlan);
    }

    public Membership startRevalidation(String id, Ruling ruling, Command command) {
        return change(id, ruling, command, Membership::startRevalidation);
    }

    public Membership completeRevalidation(String id, Ruling ruling, Command command) {
        return change(id, ruling, command, (m, r, officer, at) -> m.completeRevalidation(r, rules, officer, at));
    }

    private Membership change(String id, Ruling ruling, Command command, Verb verb) {
        return memberships.change(id, command, m -> verb.apply(m, ruling, command.actor(), clock.instant()));
    }

    @FunctionalInterface
    private interface Verb {
        void apply(Membership membership, Ruling ruling, Actor officer, Instant at);
    }
}
