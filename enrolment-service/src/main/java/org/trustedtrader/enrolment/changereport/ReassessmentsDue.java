package org.trustedtrader.enrolment.changereport;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.trustedtrader.enrolment.membership.MemberReports;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.obligation.Obligation.Status;
import org.trustedtrader.enrolment.obligation.Obligation.Subject;
import org.trustedtrader.enrolment.obligation.ObligationPolicies;
import org.trustedtrader.enrolment.obligation.ObligationPolicy.Owner;
import org.trustedtrader.enrolment.obligation.ObligationSource;
import org.trustedtrader.platform.calendar.BusinessCalendar;

/**
 * A change report was decided with REASSESS: the company owes its profile within the time that it has to answer a report, from the
 * decision on, until it hands it in. The assessment names nobody's decision when it is open for another reason, so this is owed only if
 * the assessment was open again before that time was over.
 */
public final class ReassessmentsDue implements ObligationSource {

    private static final Set<String> WITH_COMPANY = Set.of("OPEN", "REOPENED");

    private final ChangeReports reports;
    private final MemberReports members;
    private final Predicate<Subject> isOwed;
    private final Clock clock;

    /** @param isOwed whether it was owed before */
    public ReassessmentsDue(ChangeReports reports, MemberReports members, Predicate<Subject> isOwed, Clock clock) {
        this.reports = reports;
        this.members = members;
        this.isOwed = isOwed;
        this.clock = clock;
    }

    @Override
    public Map<Subject, Status> owed(Membership membership) {
        var owed = new LinkedHashMap<Subject, Status>();
        if (members.assessment(membership.id())
                .filter(assessment -> WITH_COMPANY.contains(assessment.state()))
                .isEmpty()) {
            return owed;
        }
        var today = BusinessCalendar.shipped().dayOf(clock.instant());
        for (var report : reports.reassessedOf(membership.id())) {
            var s = report.snapshot();
            var subject = new Subject(
                    membership.id(),
                    s.subject().company(),
                    ObligationPolicies.REASSESSMENT,
                    "change-report/" + report.id());
            if (isInTime(s.dueOn(), today) || isOwed.test(subject)) {
                owed.put(subject, new Status(s.dueOn(), false, Owner.COMPANY));
            }
        }
        return owed;
    }

    private static boolean isInTime(LocalDate dueOn, LocalDate today) {
        return !today.isAfter(dueOn);
    }
}
