package org.trustedtrader.enrolment.obligation;

import static org.trustedtrader.enrolment.obligation.ObligationPolicy.Owner.COMPANY;
import static org.trustedtrader.enrolment.obligation.ObligationPolicy.Owner.PROGRAMME;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.trustedtrader.enrolment.membership.MemberReports;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.obligation.Obligation.Status;
import org.trustedtrader.enrolment.obligation.Obligation.Subject;
import org.trustedtrader.platform.calendar.BusinessCalendar;

/** What follows from a membership itself: its revalidation, its corrective actions, its suspension. */
public final class MembershipObligations implements ObligationSource {

    private final MemberReports reports;

    public MembershipObligations(MemberReports reports) {
        this.reports = reports;
    }

    @Override
    public Map<Subject, Status> owed(Membership membership) {
        var owed = new LinkedHashMap<Subject, Status>();
        var s = membership.snapshot();
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
        return owed;
    }

    private static Subject subject(Membership membership, String kind, String source) {
        return new Subject(membership.id(), membership.snapshot().company(), kind, source);
    }

    private static Status programme(Instant until, boolean met) {
        return new Status(BusinessCalendar.shipped().dayOf(until), met, PROGRAMME);
    }
}
