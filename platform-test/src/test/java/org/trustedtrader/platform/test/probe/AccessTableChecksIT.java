package org.trustedtrader.platform.test.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.trustedtrader.platform.test.AccessRow;
import org.trustedtrader.platform.test.AccessTableTests;
import org.trustedtrader.platform.test.Caller;
import org.trustedtrader.platform.test.Http;

@ProbeIT
class AccessTableChecksIT {

    private final Http http;
    private final RequestMappingHandlerMapping endpoints;

    AccessTableChecksIT(Http http, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints) {
        this.http = http;
        this.endpoints = endpoints;
    }

    @TestFactory
    Stream<DynamicTest> aRightTablePasses() {
        return AccessTableTests.withoutPlatformEndpoints("probe", http, endpoints)
                .rows(rows())
                .checks();
    }

    @Test
    void anEndpointWithoutARowFails() {
        assertThatThrownBy(() -> run(rows().subList(1, rows().size()), "every endpoint has a row"))
                .hasMessageContaining("GET /v1/self");
    }

    @Test
    void aCallerWhoIsLetInThoughNotNamedFails() {
        assertThatThrownBy(() ->
                        run(List.of(AccessRow.of(GET, "/v1/self").allows(Caller.AUDITOR)), "GET /v1/self as VALIDATOR"))
                .hasMessageContaining("403");
    }

    @Test
    void aCallerWhoIsTurnedAwayThoughNamedFails() {
        assertThatThrownBy(() -> run(
                        List.of(AccessRow.of(POST, "/v1/approval").allows(Caller.AUDITOR)),
                        "POST /v1/approval as AUDITOR"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aRecordThatIsToldApartFromNoneFails() {
        var row = AccessRow.of(GET, "/v1/records/{id}")
                .at("/v1/records/theirs", "/v1/records/none")
                .hidesFrom(Caller.OTHER_OWNER);
        assertThatThrownBy(() -> run(List.of(row), "GET /v1/records/{id} as OTHER_OWNER"))
                .isInstanceOf(AssertionError.class);
    }

    private void run(List<AccessRow> rows, String check) throws Throwable {
        var checks = AccessTableTests.withoutPlatformEndpoints("probe", http, endpoints)
                .rows(rows)
                .checks()
                .filter(test -> test.getDisplayName().equals(check))
                .toList();
        assertThat(checks).hasSize(1);
        checks.getFirst().getExecutable().execute();
    }

    private static List<AccessRow> rows() {
        return List.of(
                AccessRow.of(GET, "/v1/self").allowsEverybodySignedIn(),
                AccessRow.of(POST, "/v1/things").with(call -> call.json("{}")),
                AccessRow.of(POST, "/v1/things/{id}/closing").at("/v1/things/7/closing"),
                AccessRow.of(PUT, "/v1/things/{id}").at("/v1/things/7"),
                AccessRow.of(GET, "/v1/things"),
                AccessRow.of(POST, "/v1/notes"),
                AccessRow.of(POST, "/v1/files"),
                AccessRow.of(GET, "/v1/refusals/{kind}").at("/v1/refusals/not-found"),
                AccessRow.of(GET, "/v1/records/{id}")
                        .at("/v1/records/hidden", "/v1/records/none")
                        .hidesFrom(Caller.OTHER_OWNER, Caller.OWN_OWNER),
                AccessRow.of(POST, "/v1/approval").allows(Caller.APPROVER),
                AccessRow.of(POST, "/v1/suspension").allows(Caller.APPROVER));
    }
}
