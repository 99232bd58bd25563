package org.trustedtrader.enrolment.obligation;

import static org.trustedtrader.enrolment.obligation.ObligationPolicy.Owner.COMPANY;
import static org.trustedtrader.enrolment.obligation.ObligationPolicy.Owner.PROGRAMME;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustedtrader.enrolment.membership.MemberReports;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.obligation.Obligation.Status;
import org.trustedtrader.enrolment.obligation.Obligation.Subject;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.calendar.BusinessCalendar;

/**
 * Opens, reschedules and settles what is owed about a membership. It works out everything that is owed from the present state,
 * so that it may run after any event, as often as one likes.
 */
public final class FollowObligations {

    private static final Actor PLATFORM = Actor.service("enrolment");

    private final Obligations obligations;
    private final ObligationPolicies policies;
    private final Memberships memberships;
    private final MemberReports reports;
    private final List<ObligationSource> sources;
    private final Clock clock;

    public FollowObligations(
            Obligations obligations,
            ObligationPolicies policies,
            Memberships memberships,
            MemberReports reports,
            List<ObligationSource> sources,
            Clock clock) {
        this.obligations = obligations;
        this.policies = policies;
        this.memberships = memberships;
        this.reports = reports;
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
        obligations.react(
                id,
                o -> o.extendByCase(until, policies.of(o.snapshot().subject().kind()), decider, clock.instant()));
    }

    public void letDaysPass(String id) {
        obligations.react(
                id, o -> o.letDaysPass(policies.of(o.snapshot().subject().kind()), PLATFORM, clock.instant()));
    }

    private Map<Subject, Status> owed(Membership membership) {
        var owed = new LinkedHashMap<Subject, Status>();
        var s = membership.snapshot();
        if (s.state() != MembershipState.ACTIVE && s.state() != MembershipState.SUSPENDED) {
            return owed;
        }
        var turn = s.revalidation() == null || membership.companyHasTheTurn(reports) ? COMPANY : PROGRAMME;
        owed.put(
                subject(membership, ObligationPolicies.REVALIDATION, "cycle/" + s.revalidationDueOn()),
                new Status(s.revalidationDueOn(), false, turn));
        reports.assessment(membership.id())
                .ifPresent(report -> report.mustActions()
                        .forEach(action -> owed.put(
                                subject(membership, ObligationPolicies.MUST_ACTION, "action/" + action.actionId()),
                                new Status(
                                        action.dueOn(), action.verified(), action.submitted() ? PROGRAMME : COMPANY))));
        var suspension = s.suspension();
        if (suspension != null) {
            var source = "suspension/" + suspension.at();
            if (suspension.confirmBy() != null) {
                owed.put(
                        subject(membership, ObligationPolicies.SUSPENSION_CONFIRMATION, source),
                        programme(suspension.confirmBy(), !suspension.awaitsConfirmation()));
            }
            if (suspension.answerBy() != null) {
                owed.put(
                        subject(membership, ObligationPolicies.OBJECTION_ANSWER, source),
                        programme(suspension.answerBy(), !suspension.awaitsAnswer()));
            }
            owed.put(
                    subject(membership, ObligationPolicies.SUSPENSION_REVIEW, source),
                    programme(suspension.reviewOn(), false));
        }
        sources.forEach(source -> owed.putAll(source.owed(membership)));
        return owed;
    }

    private void follow(Subject subject, Status status) {
        var policy = policies.of(subject.kind());
        var at = clock.instant();
        if (obligations.find(subject.id()).isPresent()) {
            obligations.react(subject.id(), o -> o.follow(status, policy, PLATFORM, at));
        } else if (!status.met()) {
            obligations.createIfAbsent(Obligation.open(subject, status, policy, PLATFORM, at));
        }
    }

    /** What is not owed any more: a cycle or a suspension that was completed, or what ended with the membership. */
    private void settle(Obligation obligation, Membership membership) {
        var lasts = membership.state() == MembershipState.ACTIVE || membership.state() == MembershipState.SUSPENDED;
        var kind = obligation.snapshot().subject().kind();
        var s = obligation.snapshot();
        var broughtForward = kind.equals(ObligationPolicies.REVALIDATION)
                && s.sourceDueOn().isAfter(membership.snapshot().revalidationDueOn());
        if (lasts && !kind.equals(ObligationPolicies.MUST_ACTION) && !broughtForward) {
            follow(s.subject(), new Status(s.sourceDueOn(), true, s.turn()));
        } else {
            var reason = lasts ? "its source names it no more" : "the membership is " + membership.state();
            obligations.react(obligation.id(), o -> o.close(reason, PLATFORM, clock.instant()));
        }
    }

    private static Subject subject(Membership membership, String kind, String source) {
        return new Subject(membership.id(), membership.snapshot().company(), kind, source);
    }

    private static Status programme(Instant until, boolean met) {
        return new Status(BusinessCalendar.shipped().dayOf(until), met, PROGRAMME);
    }
}
