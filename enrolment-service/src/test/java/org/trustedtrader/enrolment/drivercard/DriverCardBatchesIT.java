package org.trustedtrader.enrolment.drivercard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trustedtrader.enrolment.Requests.company;
import static org.trustedtrader.enrolment.Requests.freshBusinessNumber;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.EnrolmentServiceIT;
import org.trustedtrader.enrolment.drivercard.RegisterBatch.Row;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.TestTokens;

/** One officer proposes many cards, another one registers all or none. */
@EnrolmentServiceIT
class DriverCardBatchesIT {

    private static final String BATCHES = "/v1/driver-card-batches";
    private static final TestTokens MORGAN = TestTokens.user("morgan").roles("programme-manager");
    private static final TestTokens OLIVIA = TestTokens.user("olivia").roles("intake-officer");
    private static final TestTokens PAUL = TestTokens.user("paul").roles("approver");
    private static final TestTokens AUDITOR = TestTokens.user("audrey").roles("auditor");

    private final Http http;
    private final DriverCards cards;
    private final DriverCardBatches batches;
    private final RegisterBatch register;
    private final LocalDate today;
    private final String holder = freshBusinessNumber();
    private final TestTokens owner =
            TestTokens.user("owner-" + holder).roles("account-owner").company(holder);

    DriverCardBatchesIT(Http http, DriverCards cards, DriverCardBatches batches, RegisterBatch register, Clock clock) {
        this.http = http;
        this.cards = cards;
        this.batches = batches;
        this.register = register;
        this.today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    @BeforeEach
    void aCompany() {
        http.post("/v1/companies").by(owner).json(company(holder)).send();
    }

    @Test
    void aTableThatOneOfficerProposesIsRegisteredByAnother() {
        var table = "holder,number,programme,validFrom,validUntil\r\n"
                + "%s,%s,FAST,%s,%s\r\n".formatted(holder, number('A'), today, today.plusYears(5))
                + ",%s,CDRP,%s,%s\r\n".formatted(number('B'), today, today.plusYears(5));
        var proposed = csv(table);
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        var path = proposed.location();
        assertThat(proposed.json().path("state").asString()).isEqualTo("PROPOSED");
        assertThat(http.get("/v1/driver-cards/" + number('A'))
                        .by(AUDITOR)
                        .send()
                        .status())
                .isEqualTo(404);

        assertThat(act(path + "/registration", MORGAN).problem()).isEqualTo("decided-by-someone-else");
        assertThat(act(path + "/refusal", MORGAN).problem()).isEqualTo("decided-by-someone-else");
        var registered = act(path + "/registration", PAUL);
        assertThat(registered.status()).as(registered.text()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !read(path).json().path("carriedOutAt").isNull());
        assertThat(read(path).json().path("conflicts").isEmpty()).isTrue();
        var card =
                http.get("/v1/driver-cards/" + number('A')).by(AUDITOR).send().json();
        assertThat(card.path("holder").asString()).isEqualTo(holder);
        assertThat(card.path("effectiveAt").asString())
                .isEqualTo(read(path).json().path("decidedAt").asString());
        assertThat(cards.find(number('B')).orElseThrow().snapshot().programme()).isEqualTo(DriverCard.Programme.CDRP);
        assertThat(http.get(path + "/history").by(AUDITOR).send().text())
                .contains("proposed", "registered", "cards-registered", "user:morgan", "user:paul");
        assertThat(act(path + "/registration", PAUL).problem()).isEqualTo("wrong-state");
        assertThat(http.get(BATCHES + "?state=REGISTERED&limit=200")
                        .by(AUDITOR)
                        .send()
                        .text())
                .contains(path.substring(path.lastIndexOf('/') + 1));
    }

    @Test
    void everythingThatIsWrongIsNamedRowByRowAndNothingIsProposed() {
        register('T');
        var rows = List.of(
                row(number('A'), holder),
                row(number('A'), null),
                row("bad", null),
                row(number('T'), null),
                row(number('C'), freshBusinessNumber()),
                Map.of("number", number('D'), "programme", "NEXUS", "validFrom", "tomorrow"));
        var refused = http.post(BATCHES).by(MORGAN).json(body(rows)).send();
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactlyInAnyOrder(
                        "rows[1].number",
                        "rows[2].number",
                        "rows[3].number",
                        "rows[4].holder",
                        "rows[5].programme",
                        "rows[5].validFrom",
                        "rows[5].validUntil");
        assertThat(cards.find(number('A'))).isEmpty();
        assertThat(http.post(BATCHES).by(MORGAN).json(body(List.of())).send().status())
                .isEqualTo(422);
        for (var table : List.of(
                "number;programme;validFrom;validUntil",
                "number,programme,validFrom,validFrom,validUntil",
                "number,programme,validFrom,validUntil,colour",
                "number,programme,validFrom,validUntil\r\nA,FAST",
                "number,programme,validFrom,validUntil\r\n\"A,FAST",
                "")) {
            assertThat(csv(table).status()).as(table).isBetween(400, 422);
        }
    }

    @Test
    void whoProposedWithdrawsAndAnotherOneRefuses() {
        var withdrawn = propose(OLIVIA, 'A');
        assertThat(act(withdrawn + "/withdrawal", MORGAN).status()).isEqualTo(403);
        assertThat(act(withdrawn + "/withdrawal", OLIVIA).json().path("state").asString())
                .isEqualTo("WITHDRAWN");
        var refused = propose(OLIVIA, 'A');
        assertThat(act(refused + "/refusal", MORGAN).json().path("state").asString())
                .isEqualTo("REFUSED");
        assertThat(cards.find(number('A'))).isEmpty();
    }

    @Test
    void aBatchIsProposedOnceHoweverOftenItIsSent() {
        var key = UUID.randomUUID().toString();
        var body = body(List.of(row(number('A'), null)));
        var first = http.post(BATCHES).by(MORGAN).key(key).json(body).send();
        act(first.location() + "/registration", PAUL);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> cards.find(number('A')).isPresent());
        var again = http.post(BATCHES).by(MORGAN).key(key).json(body).send();
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        assertThat(again.location()).isEqualTo(first.location());
    }

    @Test
    void aBatchThatWasOvertakenIsNotRegistered() {
        var path = propose(MORGAN, 'A', 'B');
        register('B');
        var overtaken = act(path + "/registration", PAUL);
        assertThat(overtaken.problem()).isEqualTo("card-registered-before");
        assertThat(overtaken.text()).contains("rows[1].number");
        assertThat(cards.find(number('A'))).isEmpty();
    }

    /** As if the service had died between two cards: the batch is done to its end, and each card is registered once. */
    @Test
    void aBatchThatWasInterruptedGoesOnWhereItStopped() {
        var proposed =
                register.propose(List.of(aRow('A'), aRow('B'), aRow('C')), "a list", Command.by(actor("morgan")));
        var decided = batches.react(
                        proposed.id(),
                        b -> b.register(
                                "checked", actor("paul"), proposed.snapshot().proposedAt()))
                .orElseThrow();
        var decision = decided.snapshot().decision();
        var first = decided.snapshot().cards().getFirst();
        assertThat(decision).isNotNull();
        cards.createIfAbsent(
                DriverCard.registerOf(proposed.id(), first.terms(), first.holder(), actor("paul"), decision.at()));
        cards.createIfAbsent(DriverCard.register(
                new DriverCard.Terms(number('B'), DriverCard.Programme.CDRP, today, today.plusYears(1)),
                null,
                actor("morgan"),
                decision.at()));

        register.carryOut(proposed.id());
        register.carryOut(proposed.id());

        var result = batches.find(proposed.id()).orElseThrow().snapshot().result();
        assertThat(result).isNotNull();
        assertThat(result.conflicts()).containsExactly(number('B'));
        assertThat(cards.history(number('A'))).hasSize(1);
        assertThat(cards.history(number('C'))).hasSize(1);
        assertThat(cards.history(number('C')).getFirst().actor()).isEqualTo("user:paul");
    }

    private String propose(TestTokens officer, char... letters) {
        var rows = new String(letters)
                .chars()
                .mapToObj(letter -> row(number((char) letter), null))
                .toList();
        var answer = http.post(BATCHES).by(officer).json(body(rows)).send();
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.location();
    }

    private void register(char letter) {
        var card = new HashMap<String, Object>(row(number(letter), null));
        assertThat(http.post("/v1/driver-cards").by(MORGAN).json(card).send().status())
                .isEqualTo(201);
    }

    private Answer csv(String table) {
        return http.post(BATCHES + "?reason=The%20FAST%20office")
                .by(MORGAN)
                .body("text/csv", table.getBytes(StandardCharsets.UTF_8))
                .send();
    }

    private Answer act(String path, TestTokens officer) {
        var batch = path.substring(0, path.lastIndexOf('/'));
        return http.post(path)
                .by(officer)
                .ifMatch(read(batch).version())
                .json(Map.of("reason", "Because of the test."))
                .send();
    }

    private Answer read(String path) {
        return http.get(path).by(AUDITOR).send();
    }

    private static Map<String, Object> body(List<? extends Map<String, ?>> rows) {
        return Map.of("reason", "The FAST office sent them.", "rows", rows);
    }

    private Map<String, Object> row(String number, @Nullable String company) {
        var row = new HashMap<String, Object>(Map.of(
                "number",
                number,
                "programme",
                "FAST",
                "validFrom",
                today.toString(),
                "validUntil",
                today.plusYears(5).toString()));
        if (company != null) {
            row.put("holder", company);
        }
        return row;
    }

    private Row aRow(char letter) {
        return new Row(
                number(letter), "FAST", today.toString(), today.plusYears(5).toString(), "");
    }

    private String number(char letter) {
        return "B" + letter + holder;
    }

    private static Actor actor(String name) {
        return new Actor("user:" + name, Set.of("programme-manager", "approver"), Optional.empty());
    }
}
