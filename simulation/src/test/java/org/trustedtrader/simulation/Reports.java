package org.trustedtrader.simulation;

import java.util.Set;
import org.trustedtrader.assessment.action.CorrectiveAction;
import org.trustedtrader.assessment.criteria.Level;
import org.trustedtrader.enrolment.compliance.FollowFaults;
import org.trustedtrader.enrolment.membership.MemberReports.AssessmentReport;
import org.trustedtrader.enrolment.membership.MemberReports.MustAction;
import org.trustedtrader.enrolment.membership.MemberReports.Sites;
import org.trustedtrader.enrolment.membership.MemberReports.VisitReport;
import org.trustedtrader.platform.aggregate.SortedSets;
import org.trustedtrader.validation.visit.Deviations;
import org.trustedtrader.validation.visit.Slot;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitSnapshot;

/** What enrolment reads from the events of assessments and visits; the services test the same against samples. */
final class Reports {

    private Reports() {}

    static AssessmentReport of(SecurityAssessments.Stored stored) {
        var assessment = stored.assessment();
        return new AssessmentReport(
                assessment.state().name(),
                assessment.revalidationOpenedAt().orElse(null),
                SortedSets.copyOf(assessment.officers()),
                assessment.actions().stream()
                        .filter(action -> action.level() == Level.MUST)
                        .map(action -> new MustAction(
                                action.id(),
                                action.dueOn(),
                                action.state() == CorrectiveAction.State.SUBMITTED,
                                action.state() == CorrectiveAction.State.VERIFIED))
                        .toList(),
                assessment.changesStatedAt().orElse(null),
                assessment.risk().map(risk -> risk.outcome().rating().name()).orElse(null));
    }

    static VisitReport of(String id, String membership, VisitSnapshot visit) {
        return new VisitReport(
                membership,
                visit.origin().type().name(),
                visit.state().name(),
                visit.outcome() == null ? null : visit.outcome().name(),
                visit.closedAt(),
                SortedSets.copyOf(visit.assignment().validators()),
                new Sites(visit.siteId().orElse(id), null, Set.of(), false),
                null,
                visit.waitingFor().map(Enum::name).orElse(null));
    }

    static FollowFaults.VisitResult result(String id, String membership, VisitSnapshot visit) {
        return new FollowFaults.VisitResult(
                id,
                membership,
                visit.state().name(),
                visit.outcome() == Visit.Outcome.UNSATISFACTORY,
                visit.closedAt(),
                visit.deviationsOrNone()
                        .noShow()
                        .map(Deviations.NoShow::by)
                        .map(Enum::name)
                        .orElse(null),
                visit.schedule().agreedSlot().map(Slot::startsAt).orElse(null));
    }
}
