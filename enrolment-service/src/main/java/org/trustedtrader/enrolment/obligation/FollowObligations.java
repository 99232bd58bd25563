package org.trustedtrader.enrolment.obligation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.obligation.Obligation.Status;
import org.trustedtrader.enrolment.obligation.Obligation.Subject;
import org.trustedtrader.platform.aggregate.Actor;

/**
 * Opens, reschedules and settles what is owed about a membership. It works out everything that is owed from the present state,
 * so that it may run after any event, as often as one likes.
 */
public final class FollowObligations {

    private static final Actor PLATFORM = Actor.service("enrolment");
    /** Their source names them as met; one that it names no more is void. */
    private static final Set<String> NAMED_UNTIL_SETTLED =
            Set.of(ObligationPolicies.MUST_ACTION, ObligationPolicies.ANNUAL_REVIEW);

    private final Obligations obligations;
    private final ObligationRules policies;
    private final Memberships memberships;
    private final List<ObligationSource> sources;
    private final Clock clock;

    public FollowObligations(
            Obligations obligations,
            ObligationRules policies,
            Memberships memberships,
            List<ObligationSource> sources,
            Clock clock) {
        this.obligations = obligations;
        this.policies = policies;
        this.memberships = memberships;
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    /** Does nothing for an application that has not become a membership. */
    public void follow(String membershipId) {
        memberships.find(membershipId).ifPresent(membership -> {
            var owed = owed(membership);
            owed.forEach(this::follow);
            obligations.pendingOf(membershipId).stream()
                    .filter(obligation ->
                            !owed.containsKey(obligation.snapshot().subject()))
                    .forEach(obligation -> settle(obligation, membership));
        });
    }

    /** A compliance case granted a later due date. */
    public void extendByCase(String id, LocalDate until, Actor decider) {
        obligations.react(id, o -> o.extendByCase(until, policies.of(o.snapshot()), decider, clock.instant()));
    }

    /** What is owed is worked out anew before the due date passes, so that whose turn it is does not wait for an event. */
    public void letDaysPass(String id) {
        obligations.find(id).ifPresent(o -> follow(o.snapshot().subject().membershipId()));
        obligations.react(id, o -> o.letDaysPass(policies.of(o.snapshot()), PLATFORM, clock.instant()));
    }

    private Map<Subject, Status> owed(Membership membership) {
        var owed = new LinkedHashMap<Subject, Status>();
        if (lasts(membership)) {
            sources.forEach(source -> owed.putAll(source.owed(membership)));
        }
        return owed;
    }

    private void follow(Subject subject, Status status) {
        var at = clock.instant();
        if (obligations.find(subject.id()).isPresent()) {
            obligations.react(subject.id(), o -> o.follow(status, policies.of(o.snapshot()), PLATFORM, at));
        } else if (!status.met()) {
            obligations.createIfAbsent(Obligation.open(subject, status, policies.of(subject.kind()), PLATFORM, at));
        }
    }

    /** What is not owed any more: a cycle or a suspension that was completed, or what ended with the membership. */
    private void settle(Obligation obligation, Membership membership) {
        var lasts = lasts(membership);
        var kind = obligation.snapshot().subject().kind();
        var s = obligation.snapshot();
        var broughtForward = kind.equals(ObligationPolicies.REVALIDATION)
                && s.sourceDueOn().isAfter(membership.snapshot().revalidationDueOn());
        if (lasts && !NAMED_UNTIL_SETTLED.contains(kind) && !broughtForward) {
            follow(s.subject(), new Status(s.sourceDueOn(), true, s.turn()));
        } else {
            var reason = lasts ? "its source names it no more" : "the membership is " + membership.state();
            obligations.react(obligation.id(), o -> o.close(reason, PLATFORM, clock.instant()));
        }
    }

    private static boolean lasts(Membership membership) {
        return membership.state() == MembershipState.ACTIVE || membership.state() == MembershipState.SUSPENDED;
    }
}
