package org.trustedtrader.benefits.config;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.platform.security.AccessTable;

/** Who may call what. Of entitlements a company sees only its own. */
@Configuration(proxyBeanMethods = false)
class Access {

    private static final String[] OFFICERS = {
        "intake-officer", "assessor", "validator", "approver", "intelligence-officer", "auditor", "programme-manager"
    };
    private static final String[] COMPANY = {"account-owner", "full-user", "limited-user"};
    private static final String[] BORDER = {"border-system"};

    @Bean
    AccessTable accessTable() {
        return AccessTable.builder()
                .allow(GET, "/v1/entitlements/{bn9}", both(COMPANY, OFFICERS))
                .allow(GET, "/v1/eligibility/{scheme}/{id}", both(BORDER, OFFICERS))
                .allow(POST, "/v1/eligibility/batch", both(BORDER, OFFICERS))
                .allow(POST, "/v1/eligibility/stream", both(BORDER, OFFICERS))
                .allow(POST, "/v1/crossings", both(BORDER, OFFICERS))
                .allow(GET, "/v1/decisions/{id}", OFFICERS)
                .allow(GET, "/v1/status/snapshot", both(BORDER, OFFICERS))
                .allow(GET, "/v1/status/changes", both(BORDER, OFFICERS))
                .allow(GET, "/v1/status/keys", both(BORDER, OFFICERS))
                .allow(GET, "/v1/examinations/rates", OFFICERS)
                .allowAuthenticated(GET, "/v1/ports")
                .allow(GET, "/v1/policies", both(BORDER, OFFICERS))
                .allow(GET, "/v1/policies/{version}", both(BORDER, OFFICERS))
                .allow(POST, "/v1/policies", "programme-manager")
                .allow(POST, "/v1/policies/{version}/preview", "programme-manager", "approver", "auditor")
                .allow(POST, "/v1/policies/{version}/publication", "approver")
                .allow(POST, "/v1/policies/{version}/withdrawal", "programme-manager", "approver")
                .allow(GET, "/v1/mra/partners", OFFICERS)
                .allow(POST, "/v1/mra/partners/{partner}/lists", "programme-manager")
                .allow(GET, "/v1/mra/partners/{partner}/lists/{id}", OFFICERS)
                .allow(POST, "/v1/mra/partners/{partner}/lists/{id}/confirmation", "programme-manager")
                .allow(GET, "/v1/mra/partners/{partner}/quarantine", OFFICERS)
                .allow(POST, "/v1/mra/partners/{partner}/suspensions", "programme-manager")
                .allow(GET, "/v1/mra/export", "programme-manager")
                .allow(GET, "/v1/mra/exports/{id}", OFFICERS)
                .allow(POST, "/v1/mra/exports/{id}/acknowledgement", "programme-manager")
                .build();
    }

    private static String[] both(String[] some, String[] more) {
        return Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new);
    }
}
