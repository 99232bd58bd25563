package org.trustedtrader.assessment.config;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
import static org.trustedtrader.platform.access.Roles.ACCOUNT_OWNER;
import static org.trustedtrader.platform.access.Roles.APPROVER;
import static org.trustedtrader.platform.access.Roles.ASSESSOR;
import static org.trustedtrader.platform.access.Roles.AUDITOR;
import static org.trustedtrader.platform.access.Roles.FULL_USER;
import static org.trustedtrader.platform.access.Roles.INTAKE_OFFICER;
import static org.trustedtrader.platform.access.Roles.INTELLIGENCE_OFFICER;
import static org.trustedtrader.platform.access.Roles.LIMITED_USER;
import static org.trustedtrader.platform.access.Roles.PROGRAMME_MANAGER;
import static org.trustedtrader.platform.access.Roles.SERVICE;
import static org.trustedtrader.platform.access.Roles.VALIDATOR;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.platform.security.AccessTable;

/** Who may call what. That a company sees its own file only is the assessment's own rule. */
@Configuration
class Access {

    private static final String[] READERS = {
        ACCOUNT_OWNER,
        FULL_USER,
        LIMITED_USER,
        INTAKE_OFFICER,
        ASSESSOR,
        VALIDATOR,
        APPROVER,
        INTELLIGENCE_OFFICER,
        AUDITOR,
        PROGRAMME_MANAGER
    };
    private static final String[] EDITORS = {ACCOUNT_OWNER, FULL_USER};

    @Bean
    AccessTable accessTable() {
        String one = "/v1/assessments/{id}";
        String site = one + "/sites/{siteId}";
        String action = one + "/actions/{actionId}";
        return AccessTable.builder()
                .allowAuthenticated(GET, "/v1/criteria")
                .allowAuthenticated(GET, "/v1/criteria/versions")
                .allowAuthenticated(GET, "/v1/criteria/{criterion}")
                .allow(GET, "/v1/assessments", READERS)
                .allow(GET, one, READERS)
                .allow(GET, one + "/profile", READERS)
                .allow(GET, one + "/history", READERS)
                .allow(GET, one + "/evidence", READERS)
                .allow(GET, one + "/evidence/{fileId}", READERS)
                .allow(GET, one + "/supply-chain", READERS)
                .allow(GET, one + "/risk", READERS)
                .allow(GET, one + "/earlier-profiles", READERS)
                .allow(GET, one + "/actions", READERS)
                .allow(GET, site + "/measures", READERS)
                .allow(GET, site + "/measures/{measure}", READERS)
                .allow(GET, site + "/history", READERS)
                .allow(PUT, site + "/measures/{measure}", EDITORS)
                .allow(POST, one + "/answers", EDITORS)
                .allow(PUT, one + "/answers/{criterion}", EDITORS)
                .allow(POST, one + "/evidence", EDITORS)
                .allow(PUT, one + "/supply-chain", EDITORS)
                .allow(POST, one + "/take-over", EDITORS)
                .allow(POST, one + "/carry-over", EDITORS)
                .allow(POST, one + "/submission", ACCOUNT_OWNER)
                .allow(POST, one + "/catalogue-adoption", EDITORS)
                .allow(POST, one + "/review", ASSESSOR)
                .allow(POST, one + "/exemption-proposals", ASSESSOR, APPROVER)
                .allow(POST, one + "/exemptions", APPROVER)
                .allow(POST, one + "/completion", ASSESSOR)
                .allow(POST, one + "/reopening", ASSESSOR, INTELLIGENCE_OFFICER)
                .allow(POST, one + "/risk/what-if", ACCOUNT_OWNER, FULL_USER, ASSESSOR, APPROVER, INTELLIGENCE_OFFICER)
                .allow(POST, one + "/actions", ASSESSOR)
                .allow(POST, action + "/agreement", EDITORS)
                .allow(POST, action + "/start", EDITORS)
                .allow(POST, action + "/submission", EDITORS)
                .allow(POST, action + "/verification", ASSESSOR)
                .allow(POST, action + "/rejection", ASSESSOR)
                .allow(POST, action + "/extension", APPROVER)
                .allow(GET, "/internal/assessments/{id}/review-basis", SERVICE)
                .build();
    }
}
