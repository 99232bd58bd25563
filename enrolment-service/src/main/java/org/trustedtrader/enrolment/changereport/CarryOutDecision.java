package org.trustedtrader.enrolment.changereport;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.trustedtrader.enrolment.compliance.ComplianceCase;
import org.trustedtrader.enrolment.compliance.FollowCases;
import org.trustedtrader.enrolment.membership.DecideMembership;
import org.trustedtrader.enrolment.membership.ReasonCode;
import org.trustedtrader.enrolment.obligation.FollowObligations;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.message.Message;

/**
 * What a change report means for obligations, the membership and compliance cases. Safe to repeat. Assessment and validation
 * carry out what concerns them.
 */
public final class CarryOutDecision {

    private final ChangeReports reports;
    private final FollowObligations obligations;
    private final FollowCases cases;
    private final DecideMembership memberships;

    public CarryOutDecision(
            ChangeReports reports, FollowObligations obligations, FollowCases cases, DecideMembership memberships) {
        this.reports = reports;
        this.obligations = obligations;
        this.cases = cases;
        this.memberships = memberships;
    }

    /** A change report changed. It looks at the report as it is now: a decision that ends a report stays. */
    public void follow(String reportId) {
        reports.find(reportId).ifPresent(report -> {
            var s = report.snapshot();
            var membershipId = s.subject().membershipId();
            obligations.follow(membershipId);
            switch (s.state()) {
                case REVALIDATE ->
                    memberships.revalidateForChange(membershipId, reportId, report.version(), decider(report));
                case NEW_APPLICATION -> cases.open(newEntity(report), decider(report));
                case REPORTED, TRIAGED, RETURNED, NO_EFFECT, REASSESS, VISIT, VOID -> {}
            }
        });
    }

    private Actor decider(ChangeReport report) {
        var by = reports.history(report.id()).getLast().actor();
        return new Actor(by, Set.of(), Optional.empty());
    }

    /** The company is another one than was approved; what becomes of the membership is for a case to decide. */
    private static FollowCases.Fault newEntity(ChangeReport report) {
        var s = report.snapshot();
        var facts = Message.of("enrolment.case.new-entity");
        return new FollowCases.Fault(
                s.subject().membershipId(),
                ComplianceCase.Trigger.CHANGE_REPORT,
                "change-report/" + report.id(),
                "decided",
                ReasonCode.CHANGE_OF_ENTITY,
                facts.in(Locale.ENGLISH) + " / " + facts.in(Locale.FRENCH),
                false,
                null,
                false,
                s.turnSince());
    }
}
