package org.trustedtrader.enrolment.regionaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.enrolment.Requests.company;
import static org.trustedtrader.enrolment.Requests.freshBusinessNumber;
import static org.trustedtrader.enrolment.Requests.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.EnrolmentServiceIT;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.TestTokens;

/** An officer works on the files of the own regions, and on those of others with a reason that managers and auditors read. */
@EnrolmentServiceIT
class RegionAccessIT {

    private static final TestTokens MANAGER = TestTokens.user("morgan").roles("programme-manager");
    private static final TestTokens AUDITOR = TestTokens.user("audrey").roles("auditor");

    private final Http http;
    private final String ontario = freshBusinessNumber();
    private final String quebec = freshBusinessNumber();
    private final String name = "quentin-" + ontario;
    private final TestTokens quentin =
            TestTokens.user(name).roles("intake-officer").regions("CA-QC");
    private final TestTokens wanda =
            TestTokens.user("wanda-" + ontario).roles("assessor").regions("CA-NS");

    RegionAccessIT(Http http) {
        this.http = http;
    }

    @BeforeEach
    void twoCompanies() {
        register(ontario, "ON", "N9C 2L1");
        register(quebec, "QC", "H2X 1Y4");
    }

    @Test
    void theFileOfAnotherRegionIsRefusedWithTheRegionAndTheWayToOpenIt() {
        var refused = read("/v1/companies/" + ontario, quentin);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.problem()).isEqualTo("other-region");
        assertThat(refused.json().path("detail").asString()).contains("CA-ON", "CA-QC", "POST /v1/region-accesses");
        var french = http.get("/v1/companies/" + ontario)
                .by(quentin)
                .header("Accept-Language", "fr")
                .send();
        assertThat(french.json().path("title").asString()).isEqualTo("Dossier d’une autre région");
        assertThat(read("/v1/companies/" + quebec, quentin).status()).isEqualTo(200);
        assertThat(read("/v1/companies/" + ontario, AUDITOR).status()).isEqualTo(200);
        assertThat(confirm(quentin, ontario).problem()).isEqualTo("other-region");
        assertThat(confirm(quentin, quebec).status()).isEqualTo(200);
    }

    @Test
    void listsShowTheOwnRegionsAndCanBeNarrowedToOne() {
        assertThat(listed("/v1/companies?", quentin)).contains(quebec).doesNotContain(ontario);
        assertThat(listed("/v1/identifiers?state=CLAIMED", quentin))
                .contains(quebec)
                .doesNotContain(ontario);
        assertThat(listed("/v1/companies?", AUDITOR)).contains(quebec, ontario);
        assertThat(listed("/v1/companies?region=CA-ON", AUDITOR))
                .contains(ontario)
                .doesNotContain(quebec);
        assertThat(listed("/v1/companies?region=CA", AUDITOR)).contains(ontario, quebec);
        assertThat(listed("/v1/companies?region=CA-ON", quentin)).isEmpty();
        assertThat(read("/v1/companies?region=Ontario", AUDITOR).status()).isEqualTo(422);
    }

    @Test
    void theGlassIsBrokenWithAReasonThatManagersAndAuditorsRead() {
        var opened = open(quentin, ontario, "The file of a colleague who is ill.");
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(opened.json().path("region").asString()).isEqualTo("CA-ON");
        assertThat(read("/v1/companies/" + ontario, quentin).status()).isEqualTo(200);
        assertThat(read("/v1/companies/" + ontario, wanda).problem()).isEqualTo("other-region");
        assertThat(listed("/v1/companies?", quentin)).contains(ontario, quebec);
        var lookedUp = "/internal/region-accesses?officer=user:" + name + "&company=" + ontario;
        assertThat(read(lookedUp, TestTokens.service("validation")).text()).contains(ontario);
        assertThat(confirm(quentin, ontario).status()).isEqualTo(200);

        for (var reader : List.of(MANAGER, AUDITOR)) {
            var row = read("/v1/region-accesses?status=OPEN&company=" + ontario, reader)
                    .json()
                    .path("items")
                    .path(0);
            assertThat(row.path("officer").asString()).isEqualTo("user:" + name);
            assertThat(row.path("reason").asString()).isEqualTo("The file of a colleague who is ill.");
        }
        assertThat(read("/v1/region-accesses?company=" + ontario, wanda).json().path("items"))
                .isEmpty();
        assertThat(read(opened.location(), wanda).status()).isEqualTo(404);
        assertThat(read(opened.location() + "/history", quentin).text()).contains("The file of a colleague");
    }

    @Test
    void itEndsEarlyByTheManagerAndOtherwiseAfterADay() {
        var first = open(quentin, ontario, "A colleague is ill.").location();
        assertThat(end(first, wanda).status()).isEqualTo(404);
        assertThat(end(first, MANAGER).status()).isEqualTo(200);
        assertThat(read("/v1/companies/" + ontario, quentin).problem()).isEqualTo("other-region");
        assertThat(end(first, quentin).problem()).isEqualTo("wrong-state");

        var second = open(quentin, ontario, "Still ill.").location();
        assertThat(read("/v1/companies/" + ontario, quentin).status()).isEqualTo(200);
        http.post("/v1/programme-clock/movements")
                .by(TestTokens.user("oscar").roles("operator"))
                .json(Map.of("seconds", 24 * 60 * 60 + 1))
                .send();
        assertThat(read("/v1/companies/" + ontario, quentin).problem()).isEqualTo("other-region");
        assertThat(read(second, quentin).json().path("status").asString()).isEqualTo("EXPIRED");
        assertThat(end(second, quentin).problem()).isEqualTo("wrong-state");
    }

    @Test
    void anAccessNeedsAReasonACompanyAndAnotherRegion() {
        assertThat(open(quentin, quebec, "Why not.").problem()).isEqualTo("region-covered");
        assertThat(open(quentin, ontario, " ").status()).isEqualTo(422);
        assertThat(open(quentin, freshBusinessNumber(), "Sick leave.").status()).isEqualTo(422);
        var key = UUID.randomUUID().toString();
        var body = Map.of("company", ontario, "reason", "Sick leave.");
        var once =
                http.post("/v1/region-accesses").by(quentin).key(key).json(body).send();
        var again =
                http.post("/v1/region-accesses").by(quentin).key(key).json(body).send();
        assertThat(again.location()).isEqualTo(once.location());
        assertThat(open(quentin, ontario, "Once more.").problem()).isEqualTo("region-access-open");
    }

    @Test
    void aCompanyThatMovesBelongsToItsNewRegion() {
        var moved = record(ontario, "QC", "H2X 1Y4");
        var owner = owner(ontario);
        http.put("/v1/companies/" + ontario)
                .by(owner)
                .ifMatch(read("/v1/companies/" + ontario, owner).version())
                .json(moved)
                .send();
        assertThat(read("/v1/companies/" + ontario, quentin).status()).isEqualTo(200);
    }

    @Test
    void aCompanyWithoutASiteIsOpenToEveryIntakeOfficer() {
        var siteless = freshBusinessNumber();
        var body = company(siteless);
        body.put("sites", List.of());
        http.post("/v1/companies").by(owner(siteless)).json(body).send();
        assertThat(read("/v1/companies/" + siteless, quentin).status()).isEqualTo(200);
        assertThat(read("/v1/companies/" + siteless, wanda).problem()).isEqualTo("other-region");
    }

    private Answer confirm(TestTokens officer, String company) {
        return http.post("/v1/companies/" + company + "/identifiers/bn15/" + company + "RM0001/confirmation")
                .by(officer)
                .ifMatch(read("/v1/companies/" + company, MANAGER).version())
                .json(Map.of("source", "Register"))
                .send();
    }

    private Answer open(TestTokens officer, String company, String reason) {
        return http.post("/v1/region-accesses")
                .by(officer)
                .json(Map.of("company", company, "reason", reason))
                .send();
    }

    private Answer end(String access, TestTokens who) {
        return http.post(access + "/end")
                .by(who)
                .ifMatch(read(access, MANAGER).version())
                .json(Map.of("reason", "Done."))
                .send();
    }

    /** Every page of the list. */
    private List<String> listed(String path, TestTokens who) {
        var all = new ArrayList<String>();
        var after = "";
        do {
            var page = read(path + "&limit=200" + (after.isEmpty() ? "" : "&after=" + after), who)
                    .json();
            StreamSupport.stream(page.path("items").spliterator(), false)
                    .map(item -> item.path("businessNumber")
                            .asString(item.path("company").asString("")))
                    .forEach(all::add);
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        return all;
    }

    private Answer read(String path, TestTokens who) {
        return http.get(path).by(who).send();
    }

    private void register(String number, String region, String postalCode) {
        http.post("/v1/companies")
                .by(owner(number))
                .json(record(number, region, postalCode))
                .send();
    }

    private static Map<String, Object> record(String number, String region, String postalCode) {
        var site = site();
        var address = new HashMap<>((Map<?, ?>) site.get("address"));
        var changed = new HashMap<String, Object>();
        address.forEach((key, value) -> changed.put(key.toString(), value));
        changed.put("region", region);
        changed.put("postalCode", postalCode);
        site.put("address", changed);
        var body = company(number);
        body.put("sites", List.of(site));
        return body;
    }

    private static TestTokens owner(String number) {
        return TestTokens.user("owner-" + number).roles("account-owner").company(number);
    }
}
