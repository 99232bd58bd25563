package org.trustedtrader.enrolment.programmepolicy;

import java.util.Map;
import org.trustedtrader.enrolment.annualreview.AnnualReviewRules;
import org.trustedtrader.enrolment.application.Deadlines;
import org.trustedtrader.enrolment.application.EligibilityThresholds;
import org.trustedtrader.enrolment.application.ReapplicationPolicy;
import org.trustedtrader.enrolment.application.ServiceStandard;
import org.trustedtrader.enrolment.changereport.ChangePolicies;
import org.trustedtrader.enrolment.changereport.ChangeReportRules;
import org.trustedtrader.enrolment.company.ConfirmationPeriod;
import org.trustedtrader.enrolment.compliance.ComplianceRules;
import org.trustedtrader.enrolment.membership.MembershipRules;
import org.trustedtrader.enrolment.obligation.ObligationPolicies;

/**
 * One version of the programme's policy. It counts for what is opened while it is in force; a date that was given stays.
 *
 * @param values every value by its JSON path, such as {@code membership.appealDays}, for comparisons
 */
public record ProgrammePolicy(
        ObligationPolicies obligations,
        ChangePolicies changes,
        Memberships memberships,
        Applications applications,
        Map<String, String> values) {

    public ProgrammePolicy {
        values = Map.copyOf(values);
    }

    /** What concerns members. */
    public record Memberships(
            MembershipRules periods,
            ComplianceRules cases,
            ChangeReportRules changeReports,
            AnnualReviewRules annualReviews) {}

    /** What concerns applicants, and the identifiers of everybody. */
    public record Applications(
            Deadlines replies,
            EligibilityThresholds eligibility,
            ServiceStandard serviceStandard,
            ReapplicationPolicy reapplication,
            ConfirmationPeriod identifiers) {}
}
