package org.trustedtrader.enrolment.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.trustedtrader.enrolment.application.Deadlines;
import org.trustedtrader.enrolment.application.EligibilityThresholds;
import org.trustedtrader.enrolment.application.ServiceStandard;
import org.trustedtrader.enrolment.membership.MembershipRules;

/**
 * What policy may change, under {@code ttp.enrolment}; every value is checked when the service starts.
 *
 * @param termsVersion the version of the terms that companies sign now
 */
@ConfigurationProperties("ttp.enrolment")
record EnrolmentSettings(
        @DefaultValue Standard serviceStandard,
        @DefaultValue ReplyDays replyDays,
        @DefaultValue Eligibility eligibility,
        @DefaultValue Cycle membership,
        @DefaultValue("2026-1") String termsVersion) {

    record Standard(
            @DefaultValue("365") int days,

            @DefaultValue("Partners in Protection service standard: a decision within 12 months")
            String source) {

        ServiceStandard toStandard() {
            return new ServiceStandard(days, source);
        }
    }

    record ReplyDays(
            @DefaultValue("60") int returned,
            @DefaultValue("60") int information,
            @DefaultValue("30") int informalReview,
            @DefaultValue("60") int terms) {

        Deadlines toDeadlines() {
            return new Deadlines(returned, information, informalReview, terms);
        }
    }

    record Eligibility(
            @DefaultValue("12") int monthsOfTrade,
            @DefaultValue("90") int daysSinceMovement) {

        EligibilityThresholds toThresholds() {
            return new EligibilityThresholds(monthsOfTrade, daysSinceMovement);
        }
    }

    record Cycle(
            @DefaultValue("4") int revalidationYears,
            @DefaultValue("30") int appealDays) {

        MembershipRules toRules() {
            return new MembershipRules(revalidationYears, appealDays);
        }
    }
}
