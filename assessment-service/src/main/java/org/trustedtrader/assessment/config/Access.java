package org.trustedtrader.assessment.config;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.platform.security.AccessTable;

/** Who may call what. That a company sees its own file only is the assessment's own rule. */
@Configuration
class Access {

    private static final String[] READERS = {
        "account-owner",
        "full-user",
        "limited-user",
        "intake-officer",
        "assessor",
        "validator",
        "approver",
        "intelligence-officer",
        "auditor",
        "programme-manager"
    };
    private static final String[] COMPANY = {"account-owner", "full-user"};

    @Bean
    AccessTable accessTable() {
        String one = "/v1/assessments/{id}";
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
                .allow(GET, one + "/actions", READERS)
                .allow(POST, one + "/answers", COMPANY)
                .allow(PUT, one + "/answers/{criterion}", COMPANY)
                .allow(POST, one + "/evidence", COMPANY)
                .allow(PUT, one + "/supply-chain", COMPANY)
                .allow(POST, one + "/submission", "account-owner")
                .allow(POST, one + "/catalogue-adoption", COMPANY)
                .allow(POST, one + "/review", "assessor")
                .allow(POST, one + "/exemptions", "approver")
                .allow(POST, one + "/completion", "assessor")
                .allow(POST, one + "/reopening", "assessor", "intelligence-officer")
                .allow(
                        POST,
                        one + "/risk/what-if",
                        "account-owner",
                        "full-user",
                        "assessor",
                        "approver",
                        "intelligence-officer")
                .allow(POST, one + "/actions", "assessor")
                .allow(POST, action + "/agreement", COMPANY)
                .allow(POST, action + "/start", COMPANY)
                .allow(POST, action + "/submission", COMPANY)
                .allow(POST, action + "/verification", "assessor")
                .allow(POST, action + "/rejection", "assessor")
                .allow(POST, action + "/extension", "approver")
                .build();
    }
}
