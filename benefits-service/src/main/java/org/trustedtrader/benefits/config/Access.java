package org.trustedtrader.benefits.config;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.trustedtrader.platform.access.Roles.*;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.platform.security.AccessTable;

/** Who may call what. Of entitlements a company sees only its own. */
@Configuration(proxyBeanMethods = false)
class Access {

    @Bean
    AccessTable accessTable() {
        return AccessTable.builder()
                .allow(GET, "/v1/entitlements/{bn9}", COMPANY, OFFICERS)
                .allow(GET, "/v1/eligibility/{scheme}/{id}", OFFICERS, BORDER_SYSTEM)
                .allow(POST, "/v1/eligibility/batch", OFFICERS, BORDER_SYSTEM)
                .allow(POST, "/v1/eligibility/stream", OFFICERS, BORDER_SYSTEM)
                .allow(POST, "/v1/crossings", OFFICERS, BORDER_SYSTEM)
                .allow(GET, "/v1/decisions/{id}", OFFICERS)
                .allow(GET, "/v1/status/snapshot", OFFICERS, BORDER_SYSTEM)
                .allow(GET, "/v1/status/changes", OFFICERS, BORDER_SYSTEM)
                .allow(GET, "/v1/status/keys", OFFICERS, BORDER_SYSTEM)
                .allow(GET, "/v1/examinations/rates", OFFICERS)
                .allowAuthenticated(GET, "/v1/ports")
                .allow(GET, "/v1/policies", OFFICERS, BORDER_SYSTEM)
                .allow(GET, "/v1/policies/{version}", OFFICERS, BORDER_SYSTEM)
                .allow(POST, "/v1/policies", PROGRAMME_MANAGER)
                .allow(POST, "/v1/policies/{version}/preview", PROGRAMME_MANAGER, APPROVER, AUDITOR)
                .allow(POST, "/v1/policies/{version}/publication", APPROVER)
                .allow(POST, "/v1/policies/{version}/withdrawal", PROGRAMME_MANAGER, APPROVER)
                .allow(GET, "/v1/mra/partners", OFFICERS)
                .allow(POST, "/v1/mra/partners/{partner}/lists", PROGRAMME_MANAGER)
                .allow(GET, "/v1/mra/partners/{partner}/lists/{id}", OFFICERS)
                .allow(POST, "/v1/mra/partners/{partner}/lists/{id}/confirmation", PROGRAMME_MANAGER, APPROVER)
                .allow(GET, "/v1/mra/partners/{partner}/quarantine", OFFICERS)
                .allow(POST, "/v1/mra/partners/{partner}/suspensions", PROGRAMME_MANAGER)
                .allow(GET, "/v1/mra/export", PROGRAMME_MANAGER)
                .allow(GET, "/v1/mra/exports/{id}", OFFICERS)
                .allow(POST, "/v1/mra/exports/{id}/acknowledgement", PROGRAMME_MANAGER)
                .build();
    }
}
