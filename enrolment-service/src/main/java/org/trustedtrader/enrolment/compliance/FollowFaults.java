package org.trustedtrader.enrolment.compliance;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.compliance.ComplianceCase.Trigger;
import org.trustedtrader.enrolment.compliance.FollowCases.Fault;
import org.trustedtrader.enrolment.membership.ReasonCode;
import org.trustedtrader.enrolment.obligation.Obligation;
import org.trustedtrader.enrolment.obligation.ObligationPolicy;
import org.trustedtrader.enrolment.obligation.ObligationRules;
import org.trustedtrader.enrolment.obligation.Obligations;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.message.Message;

/** What an obligation or a visit means for compliance cases. */
public final class FollowFaults {

    private final FollowCases cases;
    private final Obligations obligations;
    private final ObligationRules policies;
    private final Alarm alarm;

    public FollowFaults(FollowCases cases, Obligations obligations, ObligationRules policies, Alarm alarm) {
        this.cases = cases;
        this.obligations = obligations;
        this.policies = policies;
        this.alarm = alarm;
    }

    /** Tells the programme's operators of something that people have to do. */
    @FunctionalInterface
    public interface Alarm {

        /** @param subject such as {@code obligation=4711} */
        void raise(String alarm, String subject);
    }

    /**
     * What a visit to a member reports.
     *
     * @param state    NO_SHOW until the visit is planned again
     * @param noShowBy who did not come to the agreed visit that last failed
     * @param startsAt of the agreed visit
     */
    public record VisitResult(
            String visitId,
            String membershipId,
            String state,
            boolean unsatisfactory,
            @Nullable Instant closedAt,
            @Nullable String noShowBy,
            @Nullable Instant startsAt) {}

    /**
     * An obligation changed: one that is overdue opens a case, one that was met settles it, one that is not overdue any more
     * closes it. It looks at the obligation as it is now, since its events may come twice and in any order.
     */
    public void obligation(String obligationId) {
        obligations.find(obligationId).map(Obligation::snapshot).ifPresent(obligation -> {
            var source = "obligation/" + obligationId;
            switch (obligation.state()) {
                case OVERDUE -> overdue(obligationId, obligation);
                case MET -> cases.noteCured(source);
                case WAIVED, VOID -> cases.closeAbout(source, "the obligation is " + obligation.state());
                case OPEN, EXTENDED -> cases.closeAbout(source, "a later due date was granted");
            }
        });
    }

    /** A visit to a member that ends badly, or that the company missed, is for an approver to decide. */
    public void visit(VisitResult visit) {
        if (visit.unsatisfactory() && visit.closedAt() != null) {
            cases.open(fault(visit, Trigger.UNSATISFACTORY_VISIT, "closed", "enrolment.case.visit", visit.closedAt()));
        } else if (visit.state().equals("NO_SHOW") && visit.startsAt() != null && "COMPANY".equals(visit.noShowBy())) {
            var occasion = "no-show/" + visit.startsAt();
            cases.open(fault(visit, Trigger.NO_SHOW, occasion, "enrolment.case.no-show", visit.startsAt()));
        }
    }

    private void overdue(String id, Obligation.Snapshot obligation) {
        var subject = obligation.subject();
        var policy = policies.of(obligation);
        if (policy.consequence().opensCase() && obligation.turn() == ObligationPolicy.Owner.COMPANY) {
            cases.open(new Fault(
                    subject.membershipId(),
                    Trigger.OBLIGATION_OVERDUE,
                    "obligation/" + id,
                    obligation.dueOn().toString(),
                    ReasonCode.OBLIGATION_OVERDUE,
                    inBothLanguages(Message.of("enrolment.case.overdue", subject.kind(), obligation.dueOn())),
                    policy.consequence().suspendsByDefault(),
                    Optional.of(policy.graceDays())
                            .filter(days -> days > 0)
                            .map(obligation.dueOn()::plusDays)
                            .orElse(null),
                    policy.consequence().pausesBenefits(),
                    BusinessCalendar.shipped().endOf(obligation.dueOn())));
        } else if (policy.consequence() != ObligationPolicy.Consequence.REMINDER) {
            alarm.raise("obligation-overdue", "obligation=" + id + " turn=" + obligation.turn());
        }
    }

    private static Fault fault(VisitResult visit, Trigger trigger, String occasion, String facts, Instant happenedAt) {
        return new Fault(
                visit.membershipId(),
                trigger,
                "visit/" + visit.visitId(),
                occasion,
                ReasonCode.FAILED_VALIDATION,
                inBothLanguages(Message.of(facts)),
                trigger == Trigger.UNSATISFACTORY_VISIT,
                null,
                trigger == Trigger.UNSATISFACTORY_VISIT,
                happenedAt);
    }

    private static String inBothLanguages(Message message) {
        return message.in(Locale.ENGLISH) + " / " + message.in(Locale.FRENCH);
    }
}
