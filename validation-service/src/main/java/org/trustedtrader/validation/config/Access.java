package org.trustedtrader.validation.config;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;
import static org.trustedtrader.platform.access.Roles.ACCOUNT_OWNER;
import static org.trustedtrader.platform.access.Roles.AUDITOR;
import static org.trustedtrader.platform.access.Roles.FULL_USER;
import static org.trustedtrader.platform.access.Roles.PROGRAMME_MANAGER;
import static org.trustedtrader.platform.access.Roles.VALIDATOR;

import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.security.AccessTable;

/**
 * Who may call what. That a company sees its own visits only, and that fieldwork, report and closing are the assigned
 * officer's, is decided by the visit itself.
 */
@Configuration(proxyBeanMethods = false)
class Access {

    private static final String[] COMPANY_EDITORS = Roles.COMPANY_EDITORS.toArray(String[]::new);
    private static final String[] OFFICERS = Roles.OFFICERS.toArray(String[]::new);
    private static final String[] READERS =
            Stream.concat(Roles.COMPANY.stream(), Roles.OFFICERS.stream()).toArray(String[]::new);
    private static final String[] PLANNERS = {VALIDATOR, PROGRAMME_MANAGER};

    @Bean
    AccessTable accessTable() {
        return AccessTable.builder()
                .allow(GET, "/v1/visits", READERS)
                .allow(GET, "/v1/visits/{id}", READERS)
                .allow(GET, "/v1/visits/{id}/history", OFFICERS)
                .allow(GET, "/v1/visits/plan", PROGRAMME_MANAGER, AUDITOR)
                .allow(GET, "/v1/visits/{id}/slot-suggestions", PLANNERS)
                .allow(POST, "/v1/visits", PLANNERS)
                .allow(POST, "/v1/visits/{id}/proposal", VALIDATOR)
                .allow(POST, "/v1/visits/{id}/notification", VALIDATOR)
                .allow(POST, "/v1/visits/{id}/confirmation", COMPANY_EDITORS)
                .allow(POST, "/v1/visits/{id}/refusal", COMPANY_EDITORS)
                .allow(POST, "/v1/visits/{id}/rescheduling", ACCOUNT_OWNER, FULL_USER, VALIDATOR)
                .allow(POST, "/v1/visits/{id}/cancellation", PLANNERS)
                .allow(POST, "/v1/visits/{id}/start", VALIDATOR)
                .allow(POST, "/v1/visits/{id}/take-over", PROGRAMME_MANAGER)
                .allow(POST, "/v1/visits/{id}/no-show", PLANNERS)
                .allow(POST, "/v1/visits/{id}/findings", VALIDATOR)
                .allow(POST, "/v1/visits/{id}/fieldwork", VALIDATOR)
                .allow(PUT, "/v1/visits/{id}/report", VALIDATOR)
                .allow(POST, "/v1/visits/{id}/report/issuance", VALIDATOR)
                .allow(POST, "/v1/visits/{id}/report/acknowledgement", COMPANY_EDITORS)
                .allow(POST, "/v1/visits/{id}/report/extension", VALIDATOR)
                .allow(POST, "/v1/visits/{id}/findings/{finding}/response", COMPANY_EDITORS)
                .allow(POST, "/v1/visits/{id}/findings/{finding}/acceptance", VALIDATOR)
                .allow(POST, "/v1/visits/{id}/findings/{finding}/dispute", VALIDATOR)
                .allow(POST, "/v1/visits/{id}/findings/{finding}/resolution", VALIDATOR)
                .allow(POST, "/v1/visits/{id}/findings/{finding}/decision", PLANNERS)
                .allow(POST, "/v1/visits/{id}/closing", VALIDATOR)
                .build();
    }
}
