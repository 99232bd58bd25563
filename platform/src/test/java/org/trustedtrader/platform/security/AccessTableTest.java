package org.trustedtrader.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.trustedtrader.platform.security.AccessTable.Verdict;

class AccessTableTest {

    private final AccessTable table = AccessTable.builder()
            .allow(HttpMethod.GET, "/v1/things/{id}", "reader", "writer")
            .allow(HttpMethod.GET, "/v1/things/secret", "keeper")
            .allow(HttpMethod.POST, "/v1/things", "writer")
            .allowAuthenticated(HttpMethod.GET, "/v1/criteria")
            .allowEveryMethod("/internal/**", "service")
            .build();

    @Test
    void admitsARoleThatARowNames() {
        assertThat(judge(HttpMethod.GET, "/v1/things/7", "reader")).isEqualTo(Verdict.ADMITTED);
        assertThat(judge(HttpMethod.POST, "/v1/things", "writer")).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void deniesARoleThatNoRowNames() {
        assertThat(judge(HttpMethod.GET, "/v1/things/7", "keeper")).isEqualTo(Verdict.ROLE_MISSING);
        assertThat(judge(HttpMethod.POST, "/v1/things", "reader")).isEqualTo(Verdict.ROLE_MISSING);
    }

    @Test
    void theMostSpecificRowCounts() {
        assertThat(judge(HttpMethod.GET, "/v1/things/secret", "reader")).isEqualTo(Verdict.ROLE_MISSING);
        assertThat(judge(HttpMethod.GET, "/v1/things/secret", "keeper")).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void knowsNothingBeyondItsRows() {
        assertThat(judge(HttpMethod.GET, "/v1/others", "writer")).isEqualTo(Verdict.UNKNOWN_PATH);
        assertThat(judge(HttpMethod.GET, "/v1/things/7/", "writer")).isEqualTo(Verdict.UNKNOWN_PATH);
        assertThat(judge(HttpMethod.GET, "/V1/things/7", "writer")).isEqualTo(Verdict.UNKNOWN_PATH);
        assertThat(judge(HttpMethod.DELETE, "/v1/things/7", "writer")).isEqualTo(Verdict.UNKNOWN_METHOD);
        assertThat(judge(HttpMethod.OPTIONS, "/v1/things", "writer")).isEqualTo(Verdict.UNKNOWN_METHOD);
    }

    @Test
    void aRowForEveryMethodAndOneForEverybody() {
        assertThat(judge(HttpMethod.DELETE, "/internal/a/b", "service")).isEqualTo(Verdict.ADMITTED);
        assertThat(judge(HttpMethod.GET, "/internal/a/b", "writer")).isEqualTo(Verdict.ROLE_MISSING);
        assertThat(table.judge(HttpMethod.GET, "/v1/criteria", Set.of())).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void readingTheHeadersOfAnAnswerNeedsTheRolesOfReadingIt() {
        assertThat(judge(HttpMethod.HEAD, "/v1/things/7", "reader")).isEqualTo(Verdict.ADMITTED);
        assertThat(judge(HttpMethod.HEAD, "/v1/things/7", "keeper")).isEqualTo(Verdict.ROLE_MISSING);
    }

    @Test
    void aRowThatForgetsItsRolesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessTable.builder().allow(HttpMethod.GET, "/v1/things"));
    }

    private Verdict judge(HttpMethod method, String path, String role) {
        return table.judge(method, path, Set.of(role));
    }
}
