package org.trustedtrader.enrolment.obligation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.membership.Suspension;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.access.SeparationOfDuties.Share;
import org.trustedtrader.platform.aggregate.Command;

/**
 * Officers propose and grant a later due date or a waiver. Who suspended a member, or confirmed that, grants neither for what
 * the programme owes about the suspension.
 */
public final class DecideObligation {

    private final Obligations obligations;
    private final ObligationPolicies policies;
    private final Memberships memberships;
    private final Clock clock;

    public DecideObligation(
            Obligations obligations, ObligationPolicies policies, Memberships memberships, Clock clock) {
        this.obligations = obligations;
        this.policies = policies;
        this.memberships = memberships;
        this.clock = clock;
    }

    public Obligation propose(
            String id, ObligationProposal.Kind kind, @Nullable LocalDate dueOn, String reason, Command command) {
        return obligations.change(
                id,
                command,
                o -> o.propose(
                        new ObligationProposal(
                                kind, dueOn, reason, command.actor().id(), clock.instant(), null),
                        command.actor(),
                        clock.instant()));
    }

    public Obligation nameDecider(String id, String officer, String reason, Command command) {
        var chosen = new NamedDecider(officer, reason, command.actor().id());
        return obligations.change(
                id,
                command,
                o -> o.nameDecider(chosen, others(o.snapshot().subject()), command.actor(), clock.instant()));
    }

    public Obligation extend(String id, LocalDate until, String reason, Command command) {
        return obligations.change(
                id,
                command,
                o -> o.extend(
                        new Obligation.Grant(reason, others(o.snapshot().subject())),
                        until,
                        policies.of(o.snapshot().subject().kind()),
                        command.actor(),
                        clock.instant()));
    }

    public Obligation waive(String id, String reason, Command command) {
        return obligations.change(
                id,
                command,
                o -> o.waive(
                        new Obligation.Grant(reason, others(o.snapshot().subject())),
                        command.actor(),
                        clock.instant()));
    }

    private List<Share> others(Obligation.Subject subject) {
        if (!ObligationPolicies.ABOUT_SUSPENSIONS.contains(subject.kind())) {
            return List.of();
        }
        return memberships
                .find(subject.membershipId())
                .map(membership -> membership.snapshot().suspension())
                .map(Suspension::shares)
                .orElse(List.of());
    }
}
