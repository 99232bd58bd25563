package org.trustedtrader.validation.config;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.platform.security.AccessTable;

/**
 * Who may call what. That a company sees its own visits only, and that fieldwork, report and closing are the assigned
 * officer's, is decided by the visit itself.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

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
    private static final String[] OFFICERS = {
        "intake-officer", "assessor", "validator", "approver", "intelligence-officer", "auditor", "programme-manager"
    };
    private static final String[] COMPANY = {"account-owner", "full-user"};
    private static final String[] VALIDATOR = {"validator"};
    private static final String[] PLANNERS = {"validator", "programme-manager"};

    @Bean
    AccessTable accessTable() {
        return AccessTable.builder()
                .allow(GET, "/v1/visits", READERS)
                .allow(GET, "/v1/visits/{id}", READERS)
                .allow(GET, "/v1/visits/{id}/history", OFFICERS)
                .allow(GET, "/v1/visits/plan", "programme-manager", "auditor")
                .allow(GET, "/v1/visits/{id}/slot-suggestions", PLANNERS)
                .allow(POST, "/v1/visits", PLANNERS)
                .allow(POST, "/v1/visits/{id}/proposal", VALIDATOR)
                .allow(POST, "/v1/visits/{id}/notification", VALIDATOR)
                .allow(POST, "/v1/visits/{id}/confirmation", COMPANY)
                .allow(POST, "/v1/visits/{id}/refusal", COMPANY)
                .allow(POST, "/v1/visits/{id}/rescheduling", "account-owner", "full-user", "validator")
                .allow(POST, "/v1/visits/{id}/cancellation", PLANNERS)
                .allow(POST, "/v1/visits/{id}/start", VALIDATOR)
                .allow(POST, "/v1/visits/{id}/no-show", VALIDATOR)
                .allow(POST, "/v1/visits/{id}/findings", VALIDATOR)
                .allow(POST, "/v1/visits/{id}/fieldwork", VALIDATOR)
                .allow(PUT, "/v1/visits/{id}/report", VALIDATOR)
                .allow(POST, "/v1/visits/{id}/report/issuance", VALIDATOR)
                .allow(POST, "/v1/visits/{id}/report/acknowledgement", COMPANY)
                .allow(POST, "/v1/visits/{id}/report/extension", VALIDATOR)
                .allow(POST, "/v1/visits/{id}/findings/{finding}/response", COMPANY)
                .allow(POST, "/v1/visits/{id}/findings/{finding}/acceptance", VALIDATOR)
                .allow(POST, "/v1/visits/{id}/findings/{finding}/dispute", VALIDATOR)
                .allow(POST, "/v1/visits/{id}/findings/{finding}/resolution", VALIDATOR)
                .allow(POST, "/v1/visits/{id}/closing", VALIDATOR)
                .build();
    }
}
