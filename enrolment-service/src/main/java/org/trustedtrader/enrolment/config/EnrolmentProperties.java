package org.trustedtrader.enrolment.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.trustedtrader.enrolment.annualreview.AnnualReviewRules;
import org.trustedtrader.enrolment.application.Deadlines;
import org.trustedtrader.enrolment.application.EligibilityThresholds;
import org.trustedtrader.enrolment.application.ReapplicationPolicy;
import org.trustedtrader.enrolment.application.ServiceStandard;
import org.trustedtrader.enrolment.changereport.ChangeReportRules;
import org.trustedtrader.enrolment.company.ConfirmationPeriod;
import org.trustedtrader.enrolment.compliance.ComplianceRules;
import org.trustedtrader.enrolment.membership.MembershipRules;
import org.trustedtrader.platform.calendar.Jurisdiction;

/**
 * What policy may change, under {@code ttp.enrolment}; every value is checked when the service starts.
 *
 * @param termsVersion the version of the terms that companies sign now
 */
@Validated
@ConfigurationProperties("ttp.enrolment")
record EnrolmentProperties(
        @DefaultValue @Valid Standard serviceStandard,
        @DefaultValue @Valid ReplyDays replyDays,
        @DefaultValue @Valid Eligibility eligibility,
        @DefaultValue @Valid Waiting reapplication,
        @DefaultValue @Valid Cycle membership,
        @DefaultValue @Valid Compliance compliance,
        @DefaultValue @Valid ChangeReports changeReports,
        @DefaultValue @Valid Identifiers identifiers,
        @DefaultValue @Valid Review annualReview,
        @DefaultValue @Valid RegionAccesses regionAccess,
        @DefaultValue @Valid DriverCards driverCards,
        @DefaultValue("2026-1") @NotBlank String termsVersion) {

    record Standard(
            @DefaultValue("365") @Min(1) @Max(3650) int days,

            @DefaultValue("Partners in Protection service standard: a decision within 12 months")
            String source) {

        ServiceStandard toStandard() {
            return new ServiceStandard(days, source);
        }
    }

    record ReplyDays(
            @DefaultValue("60") @Min(1) int returned,
            @DefaultValue("60") @Min(1) int information,
            @DefaultValue("30") @Min(1) int informalReview,
            @DefaultValue("60") @Min(1) int terms) {

        Deadlines toDeadlines() {
            return new Deadlines(returned, information, informalReview, terms, Jurisdiction.CANADA);
        }
    }

    record Eligibility(
            @DefaultValue("12") @Min(0) int monthsOfTrade,
            @DefaultValue("90") @Min(1) int daysSinceMovement,
            @DefaultValue("12") @Min(1) int statementMonths) {

        EligibilityThresholds toThresholds() {
            return new EligibilityThresholds(monthsOfTrade, daysSinceMovement, statementMonths);
        }
    }

    /** How often identifiers are confirmed again, and how much later a confirmation ends. */
    record Identifiers(
            @DefaultValue("12") @Min(1) int confirmationMonths,
            @DefaultValue("90") @Min(0) int graceDays) {

        ConfirmationPeriod toPeriod() {
            return new ConfirmationPeriod(confirmationMonths, graceDays);
        }
    }

    /** How long the file of another region's company stays open to the officer who opened it. */
    record RegionAccesses(
            @DefaultValue("24") @Min(1) @Max(720) int hours) {}

    record Waiting(
            @DefaultValue("12") @Min(0) @Max(120) int months,

            @DefaultValue("Programme policy: 12 months between a denial or a cancellation and the next application")
            String source) {

        ReapplicationPolicy toPolicy() {
            return new ReapplicationPolicy(months, source);
        }
    }

    record Cycle(
            @DefaultValue("4") @Min(1) int revalidationYears,
            @DefaultValue("3") @Min(1) int highRiskRevalidationYears,
            @DefaultValue("12") @Min(1) int revalidationOpensMonths,
            @DefaultValue("30") @Min(1) int appealDays,
            @DefaultValue("5") @Min(1) int confirmationDays,
            @DefaultValue("30") @Min(1) int objectionDays,
            @DefaultValue("10") @Min(1) int objectionAnswerDays,
            @DefaultValue("90") @Min(1) int suspensionReviewDays) {

        MembershipRules toRules() {
            return new MembershipRules(
                    revalidationYears,
                    highRiskRevalidationYears,
                    revalidationOpensMonths,
                    appealDays,
                    confirmationDays,
                    objectionDays,
                    objectionAnswerDays,
                    suspensionReviewDays);
        }
    }

    /** Working days for triage and decision, days for the company's answer. */
    record ChangeReports(
            @DefaultValue("10") @Min(1) int triageDays,
            @DefaultValue("10") @Min(1) int decisionDays,
            @DefaultValue("30") @Min(1) int answerDays) {

        ChangeReportRules toRules() {
            return new ChangeReportRules(triageDays, decisionDays, answerDays);
        }
    }

    /** When the annual review opens, and how many days the company has at least. */
    record Review(
            @DefaultValue("90") @Min(1) @Max(364) int opensDays,
            @DefaultValue("30") @Min(0) @Max(365) int leastDays,

            @DefaultValue("Programme policy 2026, section 16: the annual review opens 90 days before the anniversary")
            String source) {

        AnnualReviewRules toRules() {
            return new AnnualReviewRules(opensDays, leastDays, source);
        }
    }

    /** How many cards are proposed together at most. */
    record DriverCards(
            @DefaultValue("500") @Min(1) @Max(1000) int mostRows) {}

    record Compliance(
            @DefaultValue("10") @Min(1) int deemedServedDays,
            @DefaultValue("30") @Min(1) int answerDays,
            @DefaultValue("5") @Min(1) int decisionDays,
            @DefaultValue("30") @Min(1) int pauseDays) {

        ComplianceRules toRules() {
            return new ComplianceRules(deemedServedDays, answerDays, decisionDays, pauseDays);
        }
    }
}
