package org.trustedtrader.enrolment.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.trustedtrader.enrolment.programmepolicy.PolicyDocuments.named;
import static org.trustedtrader.enrolment.programmepolicy.PolicyDocuments.row;
import static org.trustedtrader.enrolment.programmepolicy.PolicyDocuments.with;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
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
import org.trustedtrader.enrolment.obligation.ObligationPolicy;
import org.trustedtrader.enrolment.obligation.ObligationPolicy.Consequence;
import org.trustedtrader.enrolment.programmepolicy.PolicyDocuments;
import org.trustedtrader.platform.calendar.Jurisdiction;
import org.trustedtrader.platform.refusal.Refusal;
import tools.jackson.databind.node.ObjectNode;

class ProgrammePolicyReaderTest {

    private static final List<String> NO_SOURCE_YET =
            List.of("BULLETIN_ACKNOWLEDGEMENT", "PARTNER_SCREENING", "YEARLY_SIGN_IN");

    private final ProgrammePolicyReader reader = new ProgrammePolicyReader();

    @Test
    void whatShipsIsWhatTheProgrammeHadAsSettings() {
        var policy = reader.read(reader.shipped().file());
        assertThat(policy.obligations().rows().stream().filter(row -> !NO_SOURCE_YET.contains(row.kind())))
                .isEqualTo(ObligationPolicies.defaults().rows());
        assertThat(policy.changes().rows()).isEqualTo(ChangePolicies.defaults().rows());
        var members = policy.memberships();
        assertThat(members.periods()).isEqualTo(new MembershipRules(4, 3, 12, 30, 5, 30, 10, 90));
        assertThat(members.cases()).isEqualTo(new ComplianceRules(10, 30, 5, 30));
        assertThat(members.changeReports()).isEqualTo(new ChangeReportRules(10, 10, 30));
        assertThat(members.annualReviews())
                .isEqualTo(new AnnualReviewRules(
                        90,
                        30,
                        "Programme policy 2026, section 16: the annual review opens 90 days before the anniversary"));
        var applicants = policy.applications();
        assertThat(applicants.replies()).isEqualTo(new Deadlines(60, 60, 30, 60, Jurisdiction.CANADA));
        assertThat(applicants.eligibility()).isEqualTo(new EligibilityThresholds(12, 90, 12));
        assertThat(applicants.serviceStandard())
                .isEqualTo(new ServiceStandard(
                        365, "Partners in Protection service standard: a decision within 12 months"));
        assertThat(applicants.reapplication())
                .isEqualTo(new ReapplicationPolicy(
                        12, "Programme policy: 12 months between a denial or a cancellation and the next application"));
        assertThat(applicants.identifiers()).isEqualTo(new ConfirmationPeriod(12, 90));
    }

    @Test
    void kindsWhoseSourceComesLaterAreRowsThatOnlyRemind() {
        var policy = reader.read(reader.shipped().file());
        for (var kind : NO_SOURCE_YET) {
            assertThat(policy.obligations().of(kind).consequence()).isEqualTo(Consequence.REMINDER);
        }
    }

    @Test
    void whatShipsKeepsItsOwnSchema() {
        var draft = reader.schema().draft(PolicyDocuments.shipped());
        assertThat(draft.version()).isEqualTo("2026-11-01");
        assertThat(draft.effectiveFrom()).isEqualTo(Instant.parse("2026-11-01T04:00:00Z"));
    }

    @Test
    void aNewKindIsARow() {
        var document = named("next", "2027-01-01");
        ((ObjectNode) document.get("obligations"))
                .set("DRIVER_TRAINING", row(document, "CHANGE_REPORT").deepCopy());
        reader.schema().draft(document);
        assertThat(reader.read(document.toString())
                        .obligations()
                        .of("DRIVER_TRAINING")
                        .consequence())
                .isEqualTo(Consequence.CASE);
    }

    @Test
    void everythingThatIsWrongIsNamedByItsPath() {
        var document = with(named("a b", "01/01/2027"), "membership", "appealDays", 0);
        document.remove("reapplication");
        document.put("surprise", true);
        row(document, "REVALIDATION").put("consequence", "FINE");
        row(document, "MUST_ACTION").remove("source");
        assertThat(violations(document))
                .containsOnlyKeys(
                        "version",
                        "effectiveFrom",
                        "membership.appealDays.value",
                        "reapplication",
                        "surprise",
                        "obligations.REVALIDATION.consequence",
                        "obligations.MUST_ACTION.source")
                .containsEntry("membership.appealDays.value", "doit être au moins 1")
                .containsEntry("reapplication", "manque");
    }

    @Test
    void aDayThatTheCalendarDoesNotHaveIsRefused() {
        assertThat(violations(named("next", "2027-02-30"))).containsOnlyKeys("effectiveFrom");
    }

    @Test
    void whatTheProgrammeOwesOpensNoCaseAgainstAMember() {
        var document = named("next", "2027-01-01");
        row(document, "CHANGE_TRIAGE").put("consequence", "CASE_SUSPENSION");
        assertThat(violations(document)).containsOnlyKeys("obligations.CHANGE_TRIAGE.consequence");
    }

    @Test
    void whatAnOlderDocumentDoesNotSayIsAsItShips() {
        var document = with(named("older", "2027-01-01"), "membership", "appealDays", 45);
        ((ObjectNode) document.get("membership")).remove("suspensionReviewDays");
        ((ObjectNode) document.get("obligations")).remove("CHANGE_REPORT");
        var policy = reader.read(document.toString());
        assertThat(policy.memberships().periods()).isEqualTo(new MembershipRules(4, 3, 12, 45, 5, 30, 10, 90));
        assertThat(policy.obligations().find("CHANGE_REPORT").map(ObligationPolicy::graceDays))
                .contains(0);
    }

    private Map<String, String> violations(ObjectNode document) {
        var refused = catchThrowableOfType(
                Refusal.InvalidInput.class, () -> reader.schema().draft(document));
        return refused.violations().stream()
                .collect(Collectors.toMap(
                        Refusal.Violation::field, v -> v.message().in(Locale.FRENCH)));
    }
}
