package org.trustedtrader.enrolment.drivercard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.enrolment.Requests.company;
import static org.trustedtrader.enrolment.Requests.freshBusinessNumber;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.EnrolmentServiceIT;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.TestTokens;

/** A card belongs to a company and is found by it, by its number and by what it is worth today. */
@EnrolmentServiceIT
class DriverCardsIT {

    private static final TestTokens MANAGER = TestTokens.user("morgan").roles("programme-manager");
    private static final TestTokens AUDITOR = TestTokens.user("audrey").roles("auditor");

    private final Http http;
    private final LocalDate today;
    private final String holder = freshBusinessNumber();
    private final TestTokens owner =
            TestTokens.user("owner-" + holder).roles("account-owner").company(holder);

    DriverCardsIT(Http http, Clock clock) {
        this.http = http;
        this.today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @Test
    void aCardIsFoundByItsCompanyItsNumberAndItsStatus() {
        http.post("/v1/companies").by(owner).json(company(holder)).send();
        var typed = holder.substring(0, 5) + " " + holder.substring(5);
        assertThat(register("VALID", -1, 1, typed).json().path("holder").asString())
                .isEqualTo(holder);
        register("AHEAD", 1, 2, holder);
        register("OVER", -3, -1, holder);
        register("LOST", -1, 1, holder);
        register("ALONE", -1, 1, null);
        http.post("/v1/driver-cards/" + number("LOST") + "/revocation")
                .by(MANAGER)
                .ifMatch(1)
                .json(Map.of("reasonCode", "LOST"))
                .send();

        assertThat(list("company=" + holder))
                .containsExactlyInAnyOrder(number("VALID"), number("AHEAD"), number("OVER"), number("LOST"));
        assertThat(list("company=" + holder + "&status=VALID")).containsExactly(number("VALID"));
        assertThat(list("company=" + holder + "&status=NOT_YET_VALID")).containsExactly(number("AHEAD"));
        assertThat(list("company=" + holder + "&status=EXPIRED")).containsExactly(number("OVER"));
        assertThat(list("company=" + holder + "&status=REVOKED")).containsExactly(number("LOST"));
        assertThat(list("number=A" + holder)).containsExactlyInAnyOrder(number("AHEAD"), number("ALONE"));
        var first = http.get("/v1/driver-cards?company=" + holder + "&limit=3")
                .by(AUDITOR)
                .send()
                .json();
        assertThat(first.path("items").size()).isEqualTo(3);
        assertThat(list("company=" + holder + "&after=" + first.path("next").asString()))
                .hasSize(1);
    }

    @Test
    void whatIsNoCompanyHoldsNoCardAndWhatIsNoFilterIsRefused() {
        assertThat(register("NONE", -1, 1, freshBusinessNumber()).status()).isEqualTo(422);
        assertThat(register("NONE", -1, 1, "12345").text()).contains("holder");
        assertThat(get("colour=red").status()).isEqualTo(400);
        assertThat(get("status=LOST").status()).isEqualTo(400);
        assertThat(get("number=.*").status()).isEqualTo(422);
        assertThat(http.get("/v1/driver-cards").by(owner).send().status()).isEqualTo(403);
    }

    private Answer register(String what, int fromYears, int untilYears, @Nullable String ofCompany) {
        var body = new HashMap<String, Object>(Map.of(
                "number", number(what),
                "programme", "FAST",
                "validFrom", today.plusYears(fromYears).toString(),
                "validUntil", today.plusYears(untilYears).toString()));
        if (ofCompany != null) {
            body.put("holder", ofCompany);
        }
        return http.post("/v1/driver-cards").by(MANAGER).json(body).send();
    }

    private String number(String what) {
        return what.charAt(0) + holder + what.charAt(1);
    }

    private List<String> list(String query) {
        var items = get(query).json().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(card -> card.path("number").asString())
                .toList();
    }

    private Answer get(String query) {
        return http.get("/v1/driver-cards?" + query).by(AUDITOR).send();
    }
}
