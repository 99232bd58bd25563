package org.trustedtrader.enrolment.config;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
import static org.trustedtrader.platform.access.Roles.*;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.platform.security.AccessTable;

/** Who may call what. That a company sees its own records only is the records' own rule. */
@Configuration
class Access {

    private static final String IDENTIFIER = "/v1/companies/{businessNumber}/identifiers/{scheme}/{number}";
    private static final String[] CONSENT_READERS = {ACCOUNT_OWNER, FULL_USER, LIMITED_USER, AUDITOR, PROGRAMME_MANAGER
    };
    private static final String[] AGAINST_MEMBERS = {APPROVER, PROGRAMME_MANAGER, INTELLIGENCE_OFFICER};
    /** Those who work on members and may propose a decision. */
    private static final String[] PROPOSERS = {ASSESSOR, VALIDATOR, APPROVER, PROGRAMME_MANAGER, INTELLIGENCE_OFFICER};

    /** Officers who work on files, and their managers: all but auditors. */
    private static final String[] WORKERS = {
        INTAKE_OFFICER, ASSESSOR, VALIDATOR, APPROVER, PROGRAMME_MANAGER, INTELLIGENCE_OFFICER
    };

    private static final String[] FOR_MEMBERS = {APPROVER, PROGRAMME_MANAGER};

    @Bean
    AccessTable accessTable() {
        return companies(AccessTable.builder())
                .and(applications(AccessTable.builder()))
                .and(memberships(AccessTable.builder()))
                .and(obligations(AccessTable.builder()))
                .and(complianceCases(AccessTable.builder()))
                .and(changeReports(AccessTable.builder()))
                .and(annualReviews(AccessTable.builder()))
                .and(letters(AccessTable.builder()))
                .and(driverCards(AccessTable.builder()))
                .and(regionAccesses(AccessTable.builder()))
                .and(monitoring(AccessTable.builder()))
                .and(clock(AccessTable.builder()));
    }

    private static AccessTable companies(AccessTable.Builder table) {
        return table.allow(GET, "/v1/companies", COMPANY, OFFICERS)
                .allow(POST, "/v1/companies", COMPANY_EDITORS)
                .allow(GET, "/v1/companies/{businessNumber}", COMPANY, OFFICERS)
                .allow(PUT, "/v1/companies/{businessNumber}", COMPANY_EDITORS)
                .allow(GET, "/v1/companies/{businessNumber}/history", COMPANY, OFFICERS)
                .allow(GET, "/v1/companies/{businessNumber}/identifiers", COMPANY, OFFICERS)
                .allow(POST, "/v1/companies/{businessNumber}/identifiers", COMPANY_EDITORS)
                .allow(GET, IDENTIFIER, COMPANY, OFFICERS)
                .allow(POST, IDENTIFIER + "/confirmation", INTAKE_OFFICER)
                .allow(POST, IDENTIFIER + "/refusal", INTAKE_OFFICER)
                .allow(POST, IDENTIFIER + "/revocation", INTAKE_OFFICER)
                .allow(GET, "/v1/identifiers", OFFICERS)
                .allow(GET, "/internal/companies/{businessNumber}", SERVICE)
                .build();
    }

    private static AccessTable applications(AccessTable.Builder table) {
        String one = "/v1/applications/{id}";
        return table.allow(GET, "/v1/applications", COMPANY, OFFICERS)
                .allow(POST, "/v1/applications", COMPANY_EDITORS)
                .allow(GET, one, COMPANY, OFFICERS)
                .allow(PUT, one, COMPANY_EDITORS)
                .allow(GET, one + "/progress", COMPANY, OFFICERS)
                .allow(GET, one + "/history", COMPANY, OFFICERS)
                .allow(POST, one + "/submission", ACCOUNT_OWNER)
                .allow(POST, one + "/information", COMPANY_EDITORS)
                .allow(POST, one + "/terms-signature", ACCOUNT_OWNER)
                .allow(POST, one + "/withdrawal", ACCOUNT_OWNER)
                .allow(POST, one + "/line-withdrawal", ACCOUNT_OWNER)
                .allow(POST, one + "/completeness-check", INTAKE_OFFICER)
                .allow(POST, one + "/return", INTAKE_OFFICER)
                .allow(POST, one + "/acceptance", INTAKE_OFFICER)
                .allow(POST, one + "/information-requests", INTAKE_OFFICER, ASSESSOR, VALIDATOR, APPROVER)
                .allow(POST, one + "/vetting", INTAKE_OFFICER, ASSESSOR, INTELLIGENCE_OFFICER)
                .allow(
                        POST,
                        one + "/special-consideration-proposals",
                        INTAKE_OFFICER,
                        ASSESSOR,
                        APPROVER,
                        PROGRAMME_MANAGER)
                .allow(POST, one + "/special-considerations", APPROVER)
                .allow(POST, one + "/decider", PROGRAMME_MANAGER)
                .allow(POST, one + "/approval-proposal", APPROVER)
                .allow(POST, one + "/approval", APPROVER)
                .allow(POST, one + "/intent-to-deny", APPROVER)
                .allow(POST, one + "/informal-review", ACCOUNT_OWNER)
                .allow(POST, one + "/denial", APPROVER)
                .allow(POST, one + "/send-back", APPROVER)
                .build();
    }

    private static AccessTable memberships(AccessTable.Builder table) {
        String one = "/v1/memberships/{id}";
        return table.allow(GET, "/v1/memberships", COMPANY, OFFICERS)
                .allow(GET, one, COMPANY, OFFICERS)
                .allow(GET, one + "/history", COMPANY, OFFICERS)
                .allow(POST, one + "/appeal", ACCOUNT_OWNER)
                .allow(POST, one + "/withdrawal", ACCOUNT_OWNER)
                .allow(POST, one + "/line-removal", ACCOUNT_OWNER)
                .allow(POST, one + "/suspension", AGAINST_MEMBERS)
                .allow(POST, one + "/reinstatement", FOR_MEMBERS)
                .allow(POST, one + "/suspension-confirmation", FOR_MEMBERS)
                .allow(POST, one + "/suspension-extension", FOR_MEMBERS)
                .allow(POST, one + "/objection", ACCOUNT_OWNER)
                .allow(POST, one + "/objection-answer", FOR_MEMBERS)
                .allow(POST, one + "/proposal", PROPOSERS)
                .allow(POST, one + "/proposal-withdrawal", PROPOSERS)
                .allow(POST, one + "/decider", PROGRAMME_MANAGER)
                .allow(POST, one + "/appeal-decision", FOR_MEMBERS)
                .allow(POST, one + "/action-plan", ASSESSOR, APPROVER, PROGRAMME_MANAGER)
                .allow(POST, one + "/action-plan-completion", ASSESSOR, APPROVER, PROGRAMME_MANAGER)
                .allow(POST, one + "/revalidation", VALIDATOR, PROGRAMME_MANAGER)
                .allow(POST, one + "/revalidation-completion", FOR_MEMBERS)
                .build();
    }

    private static AccessTable obligations(AccessTable.Builder table) {
        String one = "/v1/obligations/{id}";
        return table.allow(GET, "/v1/obligations", COMPANY, OFFICERS)
                .allow(GET, one, COMPANY, OFFICERS)
                .allow(GET, one + "/history", COMPANY, OFFICERS)
                .allow(POST, one + "/proposal", PROPOSERS)
                .allow(POST, one + "/decider", PROGRAMME_MANAGER)
                .allow(POST, one + "/extension", FOR_MEMBERS)
                .allow(POST, one + "/waiver", APPROVER)
                .build();
    }

    private static AccessTable complianceCases(AccessTable.Builder table) {
        String one = "/v1/compliance-cases/{id}";
        return table.allow(GET, "/v1/compliance-cases", COMPANY, OFFICERS)
                .allow(POST, "/v1/compliance-cases", PROPOSERS)
                .allow(GET, one, COMPANY, OFFICERS)
                .allow(GET, one + "/history", COMPANY, OFFICERS)
                .allow(POST, one + "/answer", COMPANY_EDITORS)
                .allow(POST, one + "/proposal", PROPOSERS)
                .allow(POST, one + "/decider", PROGRAMME_MANAGER)
                .allow(POST, one + "/decision", FOR_MEMBERS)
                .build();
    }

    private static AccessTable changeReports(AccessTable.Builder table) {
        String one = "/v1/change-reports/{id}";
        return table.allow(GET, "/v1/change-reports", COMPANY, OFFICERS)
                .allow(POST, "/v1/change-reports", COMPANY_EDITORS)
                .allow(GET, one, COMPANY, OFFICERS)
                .allow(GET, one + "/history", COMPANY, OFFICERS)
                .allow(POST, one + "/triage", INTAKE_OFFICER, ASSESSOR)
                .allow(POST, one + "/decider", PROGRAMME_MANAGER)
                .allow(POST, one + "/decision", FOR_MEMBERS)
                .allow(POST, one + "/answer", COMPANY_EDITORS)
                .build();
    }

    private static AccessTable annualReviews(AccessTable.Builder table) {
        String one = "/v1/annual-reviews/{id}";
        return table.allow(GET, "/v1/annual-reviews", COMPANY, OFFICERS)
                .allow(GET, one, COMPANY, OFFICERS)
                .allow(GET, one + "/history", COMPANY, OFFICERS)
                .allow(POST, one + "/affirmations", COMPANY_EDITORS)
                .allow(POST, one + "/confirmations", COMPANY_EDITORS)
                .allow(POST, one + "/submission", ACCOUNT_OWNER)
                .allow(POST, one + "/acceptance", ASSESSOR)
                .allow(POST, one + "/return", ASSESSOR)
                .build();
    }

    private static AccessTable regionAccesses(AccessTable.Builder table) {
        String one = "/v1/region-accesses/{id}";
        return table.allow(GET, "/v1/region-accesses", OFFICERS)
                .allow(POST, "/v1/region-accesses", WORKERS)
                .allow(GET, one, OFFICERS)
                .allow(GET, one + "/history", OFFICERS)
                .allow(POST, one + "/end", WORKERS)
                .allow(GET, "/internal/region-accesses", SERVICE)
                .build();
    }

    private static AccessTable letters(AccessTable.Builder table) {
        String one = "/v1/letters/{number}";
        return table.allow(GET, "/v1/letters", COMPANY, OFFICERS)
                .allow(GET, one, COMPANY, OFFICERS)
                .allow(GET, one + "/history", COMPANY, OFFICERS)
                .allow(GET, one + "/document", COMPANY, OFFICERS)
                .build();
    }

    private static AccessTable driverCards(AccessTable.Builder table) {
        return table.allow(GET, "/v1/driver-cards", OFFICERS)
                .allow(POST, "/v1/driver-cards", PROGRAMME_MANAGER)
                .allow(GET, "/v1/driver-cards/{number}", OFFICERS)
                .allow(POST, "/v1/driver-cards/{number}/revocation", PROGRAMME_MANAGER)
                .allow(GET, "/v1/driver-card-batches", OFFICERS)
                .allow(POST, "/v1/driver-card-batches", INTAKE_OFFICER, PROGRAMME_MANAGER)
                .allow(GET, "/v1/driver-card-batches/{id}", OFFICERS)
                .allow(GET, "/v1/driver-card-batches/{id}/history", OFFICERS)
                .allow(POST, "/v1/driver-card-batches/{id}/registration", APPROVER, PROGRAMME_MANAGER)
                .allow(POST, "/v1/driver-card-batches/{id}/refusal", APPROVER, PROGRAMME_MANAGER)
                .allow(POST, "/v1/driver-card-batches/{id}/withdrawal", INTAKE_OFFICER, PROGRAMME_MANAGER)
                .build();
    }

    private static AccessTable monitoring(AccessTable.Builder table) {
        return table.allow(POST, "/v1/consents", ACCOUNT_OWNER)
                .allow(GET, "/v1/consents", CONSENT_READERS)
                .allow(GET, "/v1/consents/{id}", CONSENT_READERS)
                .allow(POST, "/v1/consents/{id}/withdrawal", ACCOUNT_OWNER)
                .allow(GET, "/v1/monitoring/changes", COMPANY)
                .allow(GET, "/v1/monitoring/answers/{decisionId}", OFFICERS)
                .allow(GET, "/v1/monitoring/{scheme}/{id}", COMPANY)
                .build();
    }

    private static AccessTable clock(AccessTable.Builder table) {
        return table.allowAuthenticated(GET, "/v1/programme-clock")
                .allow(POST, "/v1/programme-clock/movements", OPERATOR)
                .build();
    }
}
