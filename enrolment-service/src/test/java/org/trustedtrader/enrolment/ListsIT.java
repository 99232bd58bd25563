package org.trustedtrader.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trustedtrader.enrolment.Requests.company;
import static org.trustedtrader.enrolment.Requests.freshBusinessNumber;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.StartMembership;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.TestTokens;

/** What all lists have in common: CSV, whose records they show, and what is refused. */
@EnrolmentServiceIT
class ListsIT {

    private static final TestTokens AUDITOR = TestTokens.user("audrey").roles("auditor");

    private final Http http;
    private final StartMembership start;
    private final String number = freshBusinessNumber();
    private final String id = UUID.randomUUID().toString();
    private final TestTokens owner =
            TestTokens.user("owner-" + number).roles("account-owner").company(number);
    private final TestTokens stranger =
            TestTokens.user("stranger-" + number).roles("account-owner").company(freshBusinessNumber());

    ListsIT(Http http, StartMembership start) {
        this.http = http;
        this.start = start;
    }

    @BeforeEach
    void aMember() {
        http.post("/v1/companies").by(owner).json(company(number)).send();
        start.from(id, new Membership.Approved(number, Set.of(LineOfBusiness.HIGHWAY_CARRIER)));
    }

    @Test
    void aListIsGivenAsCsvInTheReadersLanguage() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> csv("/v1/obligations", owner, "en").text().contains("REVALIDATION"));
        var answer = csv("/v1/obligations?kind=REVALIDATION&company=" + number, AUDITOR, "en");
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Language")).isEqualTo("en");
        var lines = answer.text().split("\r\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[0]).startsWith("Obligation,Membership,\"Business number\",Kind,About");
        assertThat(lines[1]).contains(id).contains(number).contains("OPEN");
        var french = csv("/v1/obligations?kind=REVALIDATION&company=" + number, AUDITOR, "fr");
        assertThat(french.text()).startsWith("Obligation,Adhésion");
        assertThat(french.text().split("\r\n")[1]).isEqualTo(lines[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "obligations",
                "compliance-cases",
                "change-reports",
                "annual-reviews",
                "memberships",
                "applications"
            })
    void aListAsCsvShowsWhatTheListShows(String noun) {
        var path = "/v1/" + noun + "?company=" + number;
        for (var reader : List.of(AUDITOR, owner, stranger)) {
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                var rows = csv(path, reader, "en").text().split("\r\n").length - 1;
                assertThat(rows)
                        .isEqualTo(json(path, reader).json().path("items").size());
            });
        }
        assertThat(csv(path, stranger, "en").text()).as("no row").doesNotContain(number);
        assertThat(csv(path, TestTokens.user("lane").roles("border-system"), "en")
                        .status())
                .isEqualTo(403);
        assertThat(http.get(path)
                        .by(AUDITOR)
                        .header("Accept", "text/html")
                        .send()
                        .problem())
                .isEqualTo("not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/obligations",
                "/v1/compliance-cases",
                "/v1/change-reports",
                "/v1/annual-reviews",
                "/v1/memberships",
                "/v1/applications",
                "/v1/companies",
                "/v1/identifiers",
                "/v1/driver-cards",
                "/v1/consents"
            })
    void whatIsNoTokenOfAPageIsRefused(String path) {
        assertThat(json(path + "?after=zzz", AUDITOR).problem()).isEqualTo("bad-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"memberships", "applications", "obligations", "consents", "driver-cards"})
    void whatIsNoBusinessNumberIsRefused(String noun) {
        assertThat(json("/v1/" + noun + "?company=12345", AUDITOR).status()).isEqualTo(422);
    }

    @Test
    void anotherCompanyIsAnsweredLikeOneThatNobodyKnows() {
        var path = "/v1/memberships?company=";
        assertThat(json(path + number, owner).json().path("items").size()).isEqualTo(1);
        assertThat(json(path + number, stranger).text())
                .isEqualTo(json(path + freshBusinessNumber(), stranger).text())
                .isEqualTo(json(path + freshBusinessNumber(), AUDITOR).text());
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/obligations?kind=X, REVALIDATION",
        "/v1/obligations?state=X, OVERDUE",
        "/v1/obligations?owner=X, PROGRAMME",
        "/v1/compliance-cases?state=X, NOTICE_SERVED",
        "/v1/compliance-cases?trigger=X, OBLIGATION_OVERDUE",
        "/v1/change-reports?kind=X, MERGER",
        "/v1/change-reports?state=X, TRIAGED",
        "/v1/annual-reviews?state=X, RETURNED",
        "/v1/memberships?state=X, SUSPENDED",
        "/v1/applications?state=X, DRAFT",
        "/v1/identifiers?state=X, CLAIMED",
        "/v1/driver-cards?status=X, EXPIRED"
    })
    void anUnknownWordIsRefusedAndTheKnownOnesAreNamed(String path, String known) {
        var answer = json(path, AUDITOR);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("bad-parameter");
        assertThat(answer.text()).contains(known);
    }

    private Answer json(String path, TestTokens reader) {
        return http.get(path).by(reader).send();
    }

    private Answer csv(String path, TestTokens reader, String language) {
        return http.get(path)
                .by(reader)
                .header("Accept", "text/csv")
                .header("Accept-Language", language)
                .send();
    }
}
