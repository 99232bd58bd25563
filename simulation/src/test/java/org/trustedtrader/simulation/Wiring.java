package org.trustedtrader.simulation;

import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.trustedtrader.border.trader.MembershipFact;
import org.trustedtrader.enrolment.annualreview.AnnualReviewRules;
import org.trustedtrader.enrolment.compliance.ComplianceRules;
import org.trustedtrader.enrolment.membership.MemberReports;
import org.trustedtrader.enrolment.membership.MembershipRules;
import org.trustedtrader.enrolment.obligation.Obligation;
import org.trustedtrader.enrolment.obligation.ObligationPolicies;
import org.trustedtrader.enrolment.obligation.ObligationPolicy;

/** How the parts are put together, with the settings' defaults. A planted fault replaces one of them from outside. */
class Wiring {

    MembershipRules membershipRules() {
        return new MembershipRules(4, 3, 12, 30, 5, 30, 10, 90);
    }

    ComplianceRules complianceRules() {
        return new ComplianceRules(10, 30, 5, 30);
    }

    ObligationPolicies policies() {
        return ObligationPolicies.defaults();
    }

    Bus bus(MovedClock clock, RandomGenerator random) {
        return new Bus(clock, random);
    }

    EnrolmentRecords.MembershipRecords memberships(MovedClock clock) {
        return new EnrolmentRecords.MembershipRecords(clock);
    }

    EnrolmentRecords.ObligationRecords obligations(MovedClock clock) {
        return new EnrolmentRecords.ObligationRecords(clock);
    }

    EnrolmentRecords.CaseRecords cases(MovedClock clock) {
        return new EnrolmentRecords.CaseRecords(clock);
    }

    EnrolmentRecords.ReviewRecords reviews(MovedClock clock) {
        return new EnrolmentRecords.ReviewRecords(clock);
    }

    AnnualReviewRules reviewRules() {
        return new AnnualReviewRules(90, 30, "Programme policy 2026, section 16");
    }

    /** By obligation id, whether the programme holds up what a case is about; as the service decides it. */
    Predicate<String> turnIsWithProgramme(EnrolmentRecords.ObligationRecords obligations) {
        return id -> obligations
                .look(id)
                .map(Obligation.Snapshot::turn)
                .filter(turn -> turn == ObligationPolicy.Owner.PROGRAMME)
                .isPresent();
    }

    /** The reports on assessments and visits that decisions on memberships read. */
    MemberReports reports(MemberReports reports) {
        return reports;
    }

    /** The fact about a membership that the border takes in. */
    MembershipFact announced(MembershipFact fact) {
        return fact;
    }
}
