package org.trustedtrader.enrolment.compliance;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.trustedtrader.enrolment.compliance.ComplianceCase.Subject;
import org.trustedtrader.enrolment.compliance.ComplianceCase.Trigger;
import org.trustedtrader.enrolment.membership.MemberReports;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.membership.Suspension;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.access.SeparationOfDuties.Share;
import org.trustedtrader.platform.aggregate.Command;

/**
 * Officers propose and decide a case. Who suspended the member, confirmed that or answered an objection, and who made the visit
 * that the case is about, does not decide it.
 */
public final class DecideCase {

    private final ComplianceCases cases;
    private final Memberships memberships;
    private final MemberReports reports;
    private final Clock clock;

    public DecideCase(ComplianceCases cases, Memberships memberships, MemberReports reports, Clock clock) {
        this.cases = cases;
        this.memberships = memberships;
        this.reports = reports;
        this.clock = clock;
    }

    public ComplianceCase propose(String id, ComplianceCase.Outcome outcome, String note, Command command) {
        return cases.change(id, command, c -> c.propose(outcome, note, command.actor(), clock.instant()));
    }

    public ComplianceCase nameDecider(String id, String officer, String reason, Command command) {
        var chosen = new NamedDecider(officer, reason, command.actor().id());
        return cases.change(
                id,
                command,
                c -> c.nameDecider(chosen, others(c.snapshot().subject()), command.actor(), clock.instant()));
    }

    public ComplianceCase decide(String id, ComplianceCase.Decision decision, Command command) {
        return cases.change(
                id, command, c -> c.decide(decision, others(c.snapshot().subject()), command.actor(), clock.instant()));
    }

    private List<Share> others(Subject subject) {
        var suspension = memberships
                .find(subject.membershipId())
                .map(membership -> membership.snapshot().suspension())
                .map(Suspension::shares)
                .orElse(List.of());
        return Stream.concat(suspension.stream(), visitors(subject)).toList();
    }

    private Stream<Share> visitors(Subject subject) {
        return subject.trigger() == Trigger.UNSATISFACTORY_VISIT
                ? reports.visits(subject.membershipId()).stream()
                        .flatMap(visit -> visit.validators().stream())
                        .distinct()
                        .map(id -> Share.participation(id, "VALIDATION", "part.validated"))
                : Stream.of();
    }
}
