package org.trustedtrader.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trustedtrader.enrolment.Requests.*;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.StartMembership;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.TestTokens;

/** What officers note for each other reaches officers and auditors, and neither the company nor events nor logs. */
@EnrolmentServiceIT
@ExtendWith(OutputCaptureExtension.class)
class InternalNotesIT {

    private static final String SECRET = "informant-4711";
    private static final String BASIS = "Customs Act, s. 11.1";
    private static final TestTokens INTAKE = TestTokens.user("olivia").roles("intake-officer");
    private static final TestTokens IRIS = TestTokens.user("iris").roles("intelligence-officer");
    private static final TestTokens PAUL = TestTokens.user("paul").roles("approver");
    private static final TestTokens PAULA = TestTokens.user("paula").roles("approver");
    private static final TestTokens MORGAN = TestTokens.user("morgan").roles("programme-manager");
    private static final TestTokens AUDITOR = TestTokens.user("audrey").roles("auditor");

    private final Http http;
    private final StartMembership start;
    private final MongoDatabase database;
    private final Clock clock;
    private final String company = freshBusinessNumber();
    private final TestTokens owner =
            TestTokens.user("owner-" + company).roles("account-owner").company(company);

    InternalNotesIT(Http http, StartMembership start, MongoDatabase database, Clock clock) {
        this.http = http;
        this.start = start;
        this.database = database;
        this.clock = clock;
    }

    @Test
    void theCompanyReadsTheNoteAndNeverTheInternalNoteOfItsMembership(CapturedOutput output) {
        http.post("/v1/companies").by(owner).json(company(company)).send();
        var id = UUID.randomUUID().toString();
        start.from(id, new Membership.Approved(company, Set.of(LineOfBusiness.IMPORTER)));
        var membership = "/v1/memberships/" + id;
        decide(membership, "suspension", IRIS, decided("SECURITY_INCIDENT", "A seal was broken."));
        decide(membership, "suspension-confirmation", PAUL, reasons("The seal is broken."));
        act(membership, "objection", owner, reason());
        var answer = decided("CONVICTION", "The objection is unfounded.");
        answer.put("outcome", "DISMISSED");
        decide(membership, "objection-answer", PAULA, answer);
        decide(membership, "suspension-extension", MORGAN, reasons("The inquiry goes on."));
        var proposal = decided("CAUSE_REMEDIED", SECRET);
        proposal.put("kind", "REINSTATEMENT");
        decide(membership, "proposal", IRIS, proposal);
        decide(membership, "reinstatement", MORGAN, decided("CAUSE_REMEDIED", "The seal is replaced."));
        var plan = new HashMap<String, Object>(Map.of("legalBasis", BASIS, "note", "New seals."));
        plan.put("internalNote", SECRET);
        decide(membership, "action-plan", PAUL, plan);
        var opening = decided("CONVICTION", "");
        opening.keySet().removeAll(Set.of("note"));
        opening.put("membershipId", id);
        opening.put("facts", "A court decided.");
        var opened = http.post("/v1/compliance-cases").by(IRIS).json(opening).send();
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        var outcome = new HashMap<String, Object>(
                Map.of("outcome", "NO_ACTION", "note", "It is settled.", "legalBasis", BASIS, "internalNote", SECRET));
        decide(opened.location(), "decision", PAULA, outcome);
        var obligation = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> http.get("/v1/obligations?membership=" + id + "&kind=REVALIDATION")
                                .by(MORGAN)
                                .send()
                                .json()
                                .path("items")
                                .path(0),
                        items -> items.isObject());
        var path = "/v1/obligations/" + obligation.path("obligationId").asString();
        var later =
                BusinessCalendar.shipped().dayOf(clock.instant()).plusYears(6).toString();
        act(path, "proposal", PAUL, Map.of("kind", "EXTENSION", "dueOn", later, "reason", SECRET));
        var extension = reasons("The programme is late.");
        extension.put("dueOn", later);
        decide(path, "extension", PAULA, extension);

        sweep(List.of(
                membership,
                membership + "/history",
                "/v1/memberships",
                opened.location(),
                opened.location() + "/history",
                "/v1/compliance-cases",
                path,
                path + "/history",
                "/v1/obligations",
                "/v1/monitoring/changes",
                "/v1/consents"));
        assertThat(read(membership + "/history", owner).text())
                .contains("A seal was broken.", "The seal is replaced.", "New seals.");
        assertThat(read(opened.location() + "/history", owner).text()).contains("It is settled.");
        assertThat(read(path + "/history", owner).text()).contains("The programme is late.");
        for (var reader : List.of(PAUL, AUDITOR)) {
            assertThat(read(membership + "/history", reader).text()).contains("\"internalNote\":\"" + SECRET);
        }
        var stored = database.getCollection("memberships")
                .find(Filters.eq("_id", id))
                .first();
        assertThat(stored).isNotNull();
        assertThat(String.valueOf(stored.get("history"))).contains(SECRET);
        assertThat(stored.get("lastEvent") + " " + stored.get("outbox")).doesNotContain(SECRET);
        assertThat(output.getAll()).doesNotContain(SECRET);
    }

    @Test
    void theCompanyReadsTheReasonAndNeverTheInternalNoteOfItsApplication(CapturedOutput output) {
        http.post("/v1/companies").by(owner).json(company(company)).send();
        var identifiers = "/v1/companies/" + company + "/identifiers";
        var account = identifiers + "/bn15/" + company + "RM0001";
        var confirmation = new HashMap<String, Object>(Map.of("source", "Register", "internalNote", SECRET));
        decide(account, "confirmation", INTAKE, confirmation);
        var today = BusinessCalendar.shipped().dayOf(clock.instant());
        var application = http.post("/v1/applications")
                .by(owner)
                .json(completeApplication(today))
                .send()
                .location();
        act(application, "submission", owner, null);
        act(application, "completeness-check", INTAKE, null);
        decide(application, "return", INTAKE, reasons("The map is missing."));
        act(
                application,
                "special-consideration-proposals",
                INTAKE,
                exemption(today.plusYears(1).toString()));
        decide(
                application,
                "special-considerations",
                PAUL,
                exemption(today.plusYears(1).toString()));
        http.put(application)
                .by(owner)
                .ifMatch(read(application, owner).version())
                .json(completeApplication(today))
                .send();
        act(application, "submission", owner, null);
        act(application, "completeness-check", INTAKE, null);
        act(application, "acceptance", INTAKE, null);
        var intent = reasons("A conviction of 2025.");
        intent.put("legalBasis", BASIS);
        intent.put("disqualifyingFact", "CONVICTION");
        decide(application, "intent-to-deny", PAULA, intent);
        act(application, "informal-review", owner, reason());
        var denial = reasons("The conviction stands.");
        denial.put("legalBasis", BASIS);
        decide(application, "denial", MORGAN_AS_APPROVER, denial);

        sweep(List.of(
                application,
                application + "/history",
                application + "/progress",
                "/v1/applications",
                identifiers,
                account,
                "/v1/companies/" + company,
                "/v1/companies/" + company + "/history",
                "/v1/companies"));
        assertThat(read(application + "/history", owner).text())
                .contains("The map is missing.", "The conviction stands.");
        assertThat(read(application + "/history", AUDITOR).text()).contains(SECRET);
        assertThat(output.getAll()).doesNotContain(SECRET);
    }

    @Test
    void theCompanyNeverReadsTheInternalNoteOfItsChangeReport(CapturedOutput output) {
        http.post("/v1/companies").by(owner).json(company(company)).send();
        start.from(UUID.randomUUID().toString(), new Membership.Approved(company, Set.of(LineOfBusiness.IMPORTER)));
        var report = http.post("/v1/change-reports")
                .by(owner)
                .json(Map.of("kind", "OWNER", "description", "A holding bought us."))
                .send()
                .location();
        decide(
                report,
                "triage",
                INTAKE,
                Map.of("recommendation", "NO_EFFECT", "note", "A known holding.", "internalNote", SECRET));
        var outcome = reasons("It changes nothing.");
        outcome.putAll(Map.of("outcome", "NO_EFFECT", "legalBasis", BASIS));
        decide(report, "decision", PAUL, outcome);

        sweep(List.of(report, report + "/history", "/v1/change-reports"));
        assertThat(read(report + "/history", owner).text()).contains("It changes nothing.");
        for (var reader : List.of(PAUL, AUDITOR)) {
            assertThat(read(report + "/history", reader).text()).contains("\"internalNote\":\"" + SECRET);
        }
        assertThat(output.getAll()).doesNotContain(SECRET);
    }

    @Test
    void aCompanyWritesNoInternalNote() {
        var id = UUID.randomUUID().toString();
        start.from(id, new Membership.Approved(company, Set.of(LineOfBusiness.IMPORTER)));
        var withdrawal = Map.of("reason", "We move.", "internalNote", SECRET);
        assertThat(act("/v1/memberships/" + id, "withdrawal", owner, withdrawal).problem())
                .isEqualTo("unknown-field");
    }

    private static final TestTokens MORGAN_AS_APPROVER =
            TestTokens.user("morgan").roles("approver");

    private void sweep(List<String> paths) {
        for (var path : paths) {
            var answer = read(path, owner);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.text()).as(path).doesNotContain(SECRET).doesNotContain("internalNote");
        }
    }

    private void decide(String target, String step, TestTokens who, Map<String, Object> body) {
        var answer = act(target, step, who, body);
        assertThat(answer.status()).as(step + ": " + answer.text()).isEqualTo(200);
    }

    private Answer act(String target, String step, TestTokens who, Object body) {
        var post = http.post(target + "/" + step)
                .by(who)
                .ifMatch(read(target, MORGAN).version());
        return body == null ? post.send() : post.json(body).send();
    }

    private Answer read(String path, TestTokens who) {
        return http.get(path).by(who).send();
    }

    private static Map<String, Object> decided(String reasonCode, String note) {
        var body = new HashMap<String, Object>(decision(reasonCode));
        body.put("note", note);
        body.put("internalNote", SECRET);
        return body;
    }

    private static Map<String, Object> reasons(String told) {
        return new HashMap<>(Map.of("reason", told, "internalNote", SECRET));
    }

    private static Map<String, Object> exemption(String until) {
        return new HashMap<>(Map.of(
                "section", "SOLVENCY", "reason", "A restructuring.", "expiresOn", until, "internalNote", SECRET));
    }
}
