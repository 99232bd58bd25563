package org.trustedtrader.enrolment.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trustedtrader.enrolment.Requests.company;
import static org.trustedtrader.enrolment.Requests.decision;
import static org.trustedtrader.enrolment.Requests.freshBusinessNumber;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.EnrolmentServiceIT;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.StartMembership;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.TestTokens;
import tools.jackson.databind.JsonNode;

/** From a decision to the letter that is served, on real events and the database. */
@EnrolmentServiceIT
class LettersIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final TestTokens APPROVER = TestTokens.user("paul").roles("approver");
    private static final TestTokens AUDITOR = TestTokens.user("audrey").roles("auditor");
    private static final TestTokens OPERATOR = TestTokens.user("oscar").roles("operator");

    private final Http http;
    private final StartMembership start;
    private final IssueLetters issue;
    private final String company = freshBusinessNumber();
    private final String id = UUID.randomUUID().toString();
    private final String membership = "/v1/memberships/" + id;
    private final TestTokens owner =
            TestTokens.user("owner-" + company).roles("account-owner").company(company);

    LettersIT(Http http, StartMembership start, IssueLetters issue) {
        this.http = http;
        this.start = start;
        this.issue = issue;
    }

    @BeforeEach
    void aMember() {
        var record = company(company);
        record.put("legalName", "Transports <Érable> & Fils");
        record.put("officialLanguage", "fr");
        assertThat(http.post("/v1/companies").by(owner).json(record).send().status())
                .isEqualTo(201);
        start.from(id, new Membership.Approved(company, Set.of(LineOfBusiness.IMPORTER)));
    }

    @Test
    void aSuspensionIsALetterInTheCompanysLanguageThatItsReadingServesOnce() {
        var suspension = new HashMap<String, Object>(decision("SECURITY_INCIDENT"));
        suspension.put("note", "A seal was broken.");
        suspension.put("internalNote", "informant-4711");
        assertThat(act(membership + "/suspension", APPROVER, suspension).status())
                .isEqualTo(200);

        var number = awaitLetter("SUSPENSION").path("number").asString();
        assertThat(number).matches("L-\\d{4}-\\d{6}");
        for (var officer : List.of(APPROVER, AUDITOR)) {
            assertThat(read(number, officer).json().path("servedAt").isNull()).isTrue();
        }
        assertThat(letters(owner, "served=false").toString()).contains(number).doesNotContain("A seal was broken.");

        var letter = read(number, owner);
        assertThat(letter.text()).doesNotContain("informant-4711");
        var json = letter.json();
        assertThat(field(json, "title")).isEqualTo("Votre adhésion est suspendue");
        assertThat(field(json, "reason")).isEqualTo("Incident de sûreté. A seal was broken.");
        assertThat(field(json, "legalBasis")).isEqualTo("Customs Act, s. 11.1");
        assertThat(field(json, "companyName")).isEqualTo("Transports <Érable> & Fils");
        var remedy = json.path("remedy");
        assertThat(field(remedy, "kind")).isEqualTo("OBJECT");
        var objectUntil = Instant.parse(field(get(membership, owner).json().path("suspension"), "objectUntil"));
        assertThat(field(remedy, "day"))
                .isEqualTo(BusinessCalendar.shipped().dayOf(objectUntil).toString());
        assertThat(field(json, "served")).isEqualTo("READ");
        assertThat(field(json, "servedAt")).isEqualTo(field(read(number, owner).json(), "servedAt"));
        var history = get("/v1/letters/" + number + "/history", owner).json().path("items");
        assertThat(history.size()).isEqualTo(2);
        assertThat(field(history.path(1), "change")).isEqualTo("served");
        assertThat(field(history.path(1), "reason")).isEqualTo("READ");
        assertThat(letters(owner, "served=true").toString()).contains(number);
    }

    @Test
    void anEventThatComesAgainMakesNoSecondLetter() {
        act(membership + "/suspension", APPROVER, decision("CONVICTION"));
        awaitLetter("SUSPENSION");
        issue.follow("membership", id);
        issue.follow("membership", id);
        assertThat(letters(AUDITOR, "subject=membership/" + id).size())
                .as("the start and the suspension")
                .isEqualTo(2);
    }

    @Test
    void theDocumentServesTheLetterAndIsNamedByItsNumber() {
        var number = awaitLetter("MEMBERSHIP_STARTED").path("number").asString();
        var path = "/v1/letters/" + number + "/document";
        var refused =
                http.get(path).by(owner).header("Accept", "application/json").send();
        assertThat(refused.status()).isEqualTo(406);
        var officers =
                http.get(path).by(AUDITOR).header("Accept", "application/pdf").send();
        assertThat(officers.status()).as(officers.text()).isEqualTo(200);
        assertThat(read(number, AUDITOR).json().path("servedAt").isNull()).isTrue();

        var document =
                http.get(path).by(owner).header("Accept", "application/pdf").send();
        assertThat(document.status()).isEqualTo(200);
        assertThat(document.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(document.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + number + ".pdf\"");
        assertThat(document.text()).startsWith("%PDF-");
        assertThat(field(read(number, AUDITOR).json(), "served")).isEqualTo("READ");
    }

    @Test
    void readingTheLetterServesTheNoticeOfItsCase() {
        var aCase = openCase();
        var number = awaitLetter("CASE_NOTICE").path("number").asString();
        assertThat(field(get(aCase, APPROVER).json(), "state")).isEqualTo("OPENED");
        read(number, AUDITOR);
        assertThat(field(get(aCase, APPROVER).json(), "state")).isEqualTo("OPENED");
        var letter = http.get("/v1/letters/" + number + "/document")
                .by(owner)
                .header("Accept", "application/pdf")
                .send();
        assertThat(letter.status()).isEqualTo(200);
        assertThat(field(get(aCase, APPROVER).json(), "state")).isEqualTo("NOTICE_SERVED");
        assertThat(field(read(number, AUDITOR).json(), "served")).isEqualTo("READ");
    }

    @Test
    void readingTheCaseServesItsLetter() {
        var aCase = openCase();
        var number = awaitLetter("CASE_NOTICE").path("number").asString();
        get(aCase, owner);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(field(read(number, AUDITOR).json(), "served"))
                        .isEqualTo("MATTER_READ"));
    }

    @Test
    void anUnreadLetterCountsAsServedInTime() {
        var number = awaitLetter("MEMBERSHIP_STARTED").path("number").asString();
        var moved = http.post("/v1/programme-clock/movements")
                .by(OPERATOR)
                .json(Map.of("days", 16))
                .send();
        assertThat(moved.status()).as(moved.text()).isLessThan(300);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(field(read(number, AUDITOR).json(), "served"))
                        .isEqualTo("DEEMED"));
    }

    @Test
    void othersFindNoLetter() {
        var number = awaitLetter("MEMBERSHIP_STARTED").path("number").asString();
        var stranger = TestTokens.user("mallory").roles("account-owner").company(freshBusinessNumber());
        for (var part : List.of("", "/history", "/document")) {
            var real = get("/v1/letters/" + number + part, stranger);
            assertThat(real.status()).isEqualTo(404);
            assertThat(real.problem()).isEqualTo("not-found");
            assertThat(get("/v1/letters/L-1999-000001" + part, owner).status()).isEqualTo(404);
        }
        assertThat(letters(stranger, "company=" + company).size()).isZero();
        assertThat(http.get("/v1/letters?nonsense=1").by(owner).send().status()).isEqualTo(400);
        assertThat(field(read(number, AUDITOR).json(), "servedAt")).isEmpty();
    }

    @Test
    void aCompanyKeepsItsLanguageUntilItChoosesAnother() {
        var path = "/v1/companies/" + company;
        var record = get(path, owner);
        assertThat(field(record.json(), "officialLanguage")).isEqualTo("fr");
        var body = company(company);
        body.put("carrierCode", field(record.json(), "carrierCode"));
        var silent =
                http.put(path).by(owner).ifMatch(record.version()).json(body).send();
        assertThat(silent.status()).as(silent.text()).isEqualTo(200);
        assertThat(field(silent.json(), "officialLanguage")).isEqualTo("fr");
        body.put("officialLanguage", "de");
        var wrong =
                http.put(path).by(owner).ifMatch(silent.version()).json(body).send();
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("officialLanguage");
        body.put("officialLanguage", "en");
        assertThat(http.put(path)
                        .by(owner)
                        .ifMatch(silent.version())
                        .json(body)
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(get(path + "/history", owner).text()).contains("officialLanguage");
    }

    private String openCase() {
        var opened = http.post("/v1/compliance-cases")
                .by(APPROVER)
                .json(Map.of(
                        "membershipId", id,
                        "reasonCode", "CONVICTION",
                        "facts", "A court decided.",
                        "legalBasis", "Customs Act, s. 11.1"))
                .send();
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return opened.location();
    }

    private JsonNode awaitLetter(String kind) {
        return await().atMost(SOON)
                .until(() -> letters(AUDITOR, "company=" + company + "&kind=" + kind), found -> found.size() == 1)
                .getFirst();
    }

    private List<JsonNode> letters(TestTokens reader, String query) {
        var found = get("/v1/letters?" + query, reader);
        assertThat(found.status()).as(found.text()).isEqualTo(200);
        return StreamSupport.stream(found.json().path("items").spliterator(), false)
                .toList();
    }

    private Answer read(String number, TestTokens reader) {
        return get("/v1/letters/" + number, reader);
    }

    private Answer get(String path, TestTokens reader) {
        return http.get(path).by(reader).send();
    }

    private Answer act(String path, TestTokens caller, Map<String, ?> body) {
        var version = get(path.substring(0, path.lastIndexOf('/')), APPROVER).version();
        return http.post(path).by(caller).ifMatch(version).json(body).send();
    }

    private static String field(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
