package org.trustedtrader.simulation;

import java.util.Optional;
import java.util.Set;
import org.trustedtrader.enrolment.compliance.ComplianceCase;
import org.trustedtrader.enrolment.compliance.ComplianceCase.Outcome;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.enrolment.obligation.Obligation;
import org.trustedtrader.enrolment.obligation.ObligationPolicy;

/** What must hold of every member at the end of a day, beside the border's answer. */
final class Invariants {

    private static final Set<Outcome> TAKEN_IN = Set.of(Outcome.SUSPENSION, Outcome.CANCELLATION, Outcome.ACTION_PLAN);

    private static final Set<Obligation.State> SETTLED = Set.of(Obligation.State.WAIVED, Obligation.State.VOID);
    private static final String OBLIGATION = "obligation/";
    private static final int ALL = 1_000;

    private final World world;

    Invariants(World world) {
        this.world = world;
    }

    /** What is broken, in words; empty if nothing is. */
    Optional<String> brokenOf(Member member) {
        if (world.enrolment.memberships.look(member.id).isEmpty()) {
            return Optional.empty();
        }
        return overdueWithoutCase(member)
                .or(() -> caseAboutNothing(member))
                .or(() -> decisionWithoutEffect(member))
                .or(() -> historyWithGaps(member));
    }

    private Optional<String> overdueWithoutCase(Member member) {
        for (var obligation : world.enrolment.obligations.pendingOf(member.id)) {
            var o = obligation.snapshot();
            if (o.state() == Obligation.State.OVERDUE && !followed(obligation.id(), o)) {
                return Optional.of("overdue without a case and without an alarm: " + o);
            }
        }
        return Optional.empty();
    }

    private boolean followed(String id, Obligation.Snapshot o) {
        return o.turn() == ObligationPolicy.Owner.PROGRAMME
                ? world.enrolment.alarms.contains("obligation=" + id + " turn=PROGRAMME")
                : world.enrolment
                        .cases
                        .ofMember(o.subject().membershipId())
                        .map(InMemory.Version::snapshot)
                        .filter(c -> c.subject().source().equals("obligation/" + id))
                        .filter(c -> c.state() != ComplianceCase.State.VOID)
                        .anyMatch(c -> c.openedAt()
                                .isAfter(o.dueOn()
                                        .atTime(23, 59)
                                        .atZone(MovedClock.ZONE)
                                        .toInstant()));
    }

    /** What was waived, or is owed no more, has no case. */
    private Optional<String> caseAboutNothing(Member member) {
        return world.enrolment.cases.openOf(member.id, ALL).stream()
                .map(id -> world.enrolment.cases.look(id).orElseThrow())
                .filter(c -> c.subject().source().startsWith(OBLIGATION))
                .filter(c -> world.enrolment
                        .obligations
                        .look(c.subject().source().substring(OBLIGATION.length()))
                        .filter(o -> SETTLED.contains(o.state()))
                        .isPresent())
                .findFirst()
                .map(c -> "a case is open about what is not owed any more: " + c);
    }

    /** A decision and a default reach the membership; that is what its history shows. */
    private Optional<String> decisionWithoutEffect(Member member) {
        var seen = world.enrolment.memberships.find(member.id).orElseThrow().seen();
        return world.enrolment
                .cases
                .ofMember(member.id)
                .filter(c -> c.snapshot().state() == ComplianceCase.State.DECIDED
                        || c.snapshot().state() == ComplianceCase.State.LAPSED_TO_DEFAULT)
                .filter(c -> TAKEN_IN.contains(c.snapshot().outcome()))
                .filter(c -> !seen.containsKey("compliance-case/" + c.id()))
                .findFirst()
                .map(c -> "the decision on a case is lost: " + c.snapshot());
    }

    private Optional<String> historyWithGaps(Member member) {
        var membership = world.enrolment.memberships.find(member.id).orElseThrow();
        var history = world.enrolment.memberships.history(member.id);
        if (history.size() != membership.version()) {
            return Optional.of(
                    "the history has " + history.size() + " entries, the version is " + membership.version());
        }
        var last = history.getLast().to();
        return MembershipState.valueOf(last) == membership.state()
                ? Optional.empty()
                : Optional.of("the history ends in " + last + ", the membership is " + membership.state());
    }
}
