package org.trustedtrader.benefits.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.trustedtrader.benefits.EmptyFeed;
import org.trustedtrader.benefits.EnrolmentStandIn;
import org.trustedtrader.benefits.recognition.web.ListBodies;
import org.trustedtrader.platform.outbox.BrokerProperties;
import org.trustedtrader.platform.test.Caller;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.ServiceIT;
import tools.jackson.databind.JsonNode;

/** Lists over HTTP change the border's answers over HTTP. */
@ServiceIT
@TestMethodOrder(MethodOrderer.MethodName.class)
class RecognitionIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant DRAWN = Instant.now().minusSeconds(60);

    private final Http http;
    private final Clock clock;
    private final EnrolmentStandIn enrolment;

    RecognitionIT(Http http, Clock clock, EnrolmentStandIn enrolment) {
        this.http = http;
        this.clock = clock;
        this.enrolment = enrolment;
    }

    @DynamicPropertySource
    static void nothingWasMissed(DynamicPropertyRegistry settings) {
        var feed = EmptyFeed.url();
        settings.add("ttp.services.enrolment.url", () -> feed);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class StandIns {

        @Bean
        EnrolmentStandIn enrolmentStandIn(RabbitTemplate broker, BrokerProperties settings) {
            return new EnrolmentStandIn(broker, settings);
        }
    }

    @Test
    void aListedMemberIsRecognisedAndSuspendedAtOnce() {
        var list = send("SG-STP", "FULL", 1, csv("STP", Rows.of("SG1").with(Column.COUNTRY, "SG")));
        assertThat(list.status()).as(list.text()).isEqualTo(201);
        assertThat(list.json().at("/counts/accepted").asInt()).isEqualTo(1);
        awaitOutcome("SG1", "ELIGIBLE");
        var answer = border("SG1", clock.instant());
        assertThat(answer.at("/benefits").toString()).contains("RECOGNISED_PARTNER_MEMBER");
        var decision = answer.get("decisionId").asString();

        var suspended = manager("/v1/mra/partners/SG-STP/suspensions", Map.of("tin", "SG1", "reasonCode", "SECURITY"));
        assertThat(suspended.status()).as(suspended.text()).isEqualTo(200);
        assertThat(border("SG1", clock.instant()).toString()).contains("PARTNER_MEMBER_SUSPENDED");
        assertThat(border("SG1", clock.instant()).get("outcome").asString()).isEqualTo("INELIGIBLE");

        var review = http.get("/v1/decisions/" + decision)
                .by(token(Caller.AUDITOR))
                .send()
                .json();
        assertThat(review.get("same").asBoolean()).as(review.toString()).isTrue();
    }

    @Test
    void aPartnerThatSendsNoListFor48HoursIsNotReliedOn() {
        send("NZ-SES", "FULL", 1, csv("SES", Rows.of("NZ1").with(Column.COUNTRY, "NZ")));
        awaitOutcome("NZ1", "ELIGIBLE");
        var later = border("NZ1", clock.instant().plus(Duration.ofHours(49)));
        assertThat(later.get("outcome").asString()).isEqualTo("INDETERMINATE");
        assertThat(later.toString()).contains("PARTNER_LIST_STALE");
        var partners = http.get("/v1/mra/partners").by(token(Caller.AUDITOR)).send();
        var newZealand = partners.json()
                .get("items")
                .valueStream()
                .filter(p -> p.get("code").asString().equals("NZ-SES"))
                .findFirst()
                .orElseThrow();
        assertThat(newZealand.get("fresh").asBoolean()).isTrue();
        assertThat(newZealand.get("unconfirmed").toString()).contains("inForceSince");
    }

    @Test
    void badRowsAreShownWithReasonsInBothLanguages() {
        var body = csv(
                "ATT", Rows.of("AU1").with(Column.COUNTRY, "AU"), Rows.of("AU2").with(Column.COUNTRY, "NZ"));
        var list = send("AU-ATT", "FULL", 1, body);
        var error = list.json().at("/errors/0");
        assertThat(error.get("code").asString()).isEqualTo("COUNTRY_DIFFERS");
        assertThat(error.get("fr").asString()).isNotEmpty();
        var read = http.get(list.location()).by(token(Caller.AUDITOR)).send();
        assertThat(read.json()).isEqualTo(list.json());
        var quarantine = http.get("/v1/mra/partners/AU-ATT/quarantine")
                .by(token(Caller.AUDITOR))
                .send()
                .json();
        assertThat(quarantine.get("items").size()).isEqualTo(1);
        assertThat(quarantine.at("/items/0/error/tin").asString()).isEqualTo("AU2");
        assertThat(send("AU-ATT", "FULL", 1, body).json()).isEqualTo(list.json());
        assertThat(http.get("/v1/mra/partners/NZ-SES/lists/"
                                + list.json().get("listId").asString())
                        .by(token(Caller.AUDITOR))
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aListThatTakesAwayMostMembersWaitsForAnotherOfficer() {
        var all = csv(
                "OEA",
                Rows.of("MX1").with(Column.COUNTRY, "MX"),
                Rows.of("MX2").with(Column.COUNTRY, "MX"),
                Rows.of("MX3").with(Column.COUNTRY, "MX"));
        assertThat(send("MX-OEA", "FULL", 1, all).status()).isEqualTo(201);
        awaitOutcome("MX3", "ELIGIBLE");
        var one = csv("OEA", Rows.of("MX1").with(Column.COUNTRY, "MX"));
        var held = send("MX-OEA", "FULL", 2, one);
        assertThat(held.status()).as(held.text()).isEqualTo(202);
        assertThat(border("MX3", clock.instant()).get("outcome").asString()).isEqualTo("ELIGIBLE");
        var confirmation = held.location() + "/confirmation";
        assertThat(http.post(confirmation)
                        .by(token(Caller.PROGRAMME_MANAGER))
                        .send()
                        .status())
                .as("the officer who sent it")
                .isIn(403, 409);
        var confirmed = http.post(confirmation).by(token(Caller.APPROVER)).send();
        assertThat(confirmed.status()).as(confirmed.text()).isIn(200, 201);
        assertThat(send("MX-OEA", "FULL", 2, one).status()).isEqualTo(201);
        awaitOutcome("MX3", "INELIGIBLE");
        awaitOutcome("MX1", "ELIGIBLE");
    }

    @Test
    void aRefusedConfirmationIsInTheReadersLanguage() {
        var list = send("KR-AEO", "FULL", 1, csv("AEO", Rows.of("KR1").with(Column.COUNTRY, "KR")));
        assertThat(list.status()).as(list.text()).isEqualTo(201);
        var refused = http.post(list.location() + "/confirmation")
                .by(token(Caller.PROGRAMME_MANAGER))
                .header("Accept-Language", "fr-CA")
                .send();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.header("Content-Language")).isEqualTo("fr");
        assertThat(refused.json().get("title").asString()).isEqualTo("Impossible dans cet état");
        assertThat(refused.json().get("detail").asString())
                .isEqualTo("Impossible de confirmer la liste dans l’état COMPLETED; possible dans HELD.");
    }

    @Test
    void aListThatCannotBeTakenInWholeChangesNothing() {
        var body = csv("AEO", Rows.of("IL1").with(Column.COUNTRY, "IL"));
        var path = path("IL-AEO", "FULL", 1);
        var manager = token(Caller.PROGRAMME_MANAGER);
        assertThat(http.post(path).by(manager).body("text/csv", body).send().problem())
                .isEqualTo("checksum-missing");
        assertThat(http.post(path)
                        .by(manager)
                        .header("Repr-Digest", digest("other".getBytes(StandardCharsets.UTF_8)))
                        .body("text/csv", body)
                        .send()
                        .problem())
                .isEqualTo("checksum-mismatch");
        assertThat(http.post(path).by(manager).body("text/plain", body).send().status())
                .isEqualTo(415);
        assertThat(send("IL-AEO", "FULL", 0, body).status()).isEqualTo(422);
        assertThat(send("XX-NONE", "FULL", 1, body).status()).isEqualTo(404);
        assertThat(send("IL-AEO", "FULL", 1, "tin\n".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(422);
        var partners = http.get("/v1/mra/partners").by(manager).send().json();
        assertThat(partners.toString()).doesNotContain("\"IL-AEO\",\"newest\":{");
        assertThat(border("IL1", clock.instant()).toString()).contains("UNKNOWN_IDENTIFIER");
    }

    /** As many rows as {@code -Dttp.test.rows} says; an European list has 18,000. */
    @Test
    void aLongListIsTakenInAndTheSameMembersAgainChangeNothing() {
        var count = Integer.getInteger("ttp.test.rows", 1_500);
        var rows = IntStream.rangeClosed(1, count)
                .mapToObj(i -> Rows.of("DE%09d".formatted(i)).with(Column.COUNTRY, "DE"))
                .toArray(Rows[]::new);
        var body = csv("AEO", rows);
        var start = System.nanoTime();
        var first = sendUntilAnswered("EU-AEO", 1, body);
        var middle = System.nanoTime();
        var again = sendUntilAnswered("EU-AEO", 2, body);
        System.out.printf(
                "list of %d rows, %d KB: new in %.1f s, unchanged in %.1f s%n",
                count, body.length / 1024, (middle - start) / 1e9, (System.nanoTime() - middle) / 1e9);
        assertThat(first.json().at("/counts/accepted").asInt()).isEqualTo(count);
        assertThat(again.json().at("/counts/unchanged").asInt()).isEqualTo(count);
    }

    @Test
    void whatIsGivenOutIsWhatOurOwnImportReads() {
        enrolment.registers("123456782", "IMPORTER", "123456782RM0001", null, "CA123456782");
        enrolment.membershipIs("m-export", "123456782", "IMPORTER", "ACTIVE", 1, clock.instant());
        await().atMost(SOON).untilAsserted(() -> {
            enrolment.isComplete();
            var export = export("FULL", "text/csv");
            assertThat(export.status()).as(export.text()).isEqualTo(200);
            assertThat(export.text()).contains("CA123456782");
        });
        for (var type : List.of("text/csv", "application/json")) {
            var export = export("FULL", type);
            assertThat(export.header("Repr-Digest"))
                    .isEqualTo(digest(export.text().getBytes(StandardCharsets.UTF_8)));
            assertThat(rowsOf(export.text(), type)).containsExactly("CA123456782 ACTIVE");
        }
        var known = export("FULL", "text/csv").header("Export-Sequence");
        enrolment.membershipIs("m-export", "123456782", "IMPORTER", "SUSPENDED", 2, clock.instant());
        await().atMost(SOON).untilAsserted(() -> {
            enrolment.isComplete();
            assertThat(rowsOf(export("DELTA&since=" + known, "text/csv").text(), "text/csv"))
                    .containsExactly("CA123456782 SUSPENDED");
        });
        assertThat(rowsOf(export("FULL", "text/csv").text(), "text/csv")).isEmpty();
    }

    @Test
    void whatAPartnerAcknowledgesIsKeptEvenIfItIsWrong() {
        await().atMost(SOON).until(() -> {
            enrolment.isComplete();
            return export("FULL", "application/json").status() == 200;
        });
        var export = export("FULL", "application/json");
        var path = "/v1/mra/exports/" + export.header("Export-Id");
        var error = Map.of("row", 1, "field", "tin", "code", "TIN_MALFORMED");
        var wrong = manager(
                path + "/acknowledgement",
                Map.of("partner", "US-CTPAT", "checksum", "0".repeat(64), "errors", List.of(error)));
        assertThat(wrong.json().at("/acknowledgements/0/matches").asBoolean()).isFalse();
        var right = manager(
                path + "/acknowledgement",
                Map.of(
                        "partner",
                        "JP-AEO",
                        "checksum",
                        wrong.json().get("checksum").asString()));
        assertThat(right.json().at("/acknowledgements/1/matches").asBoolean()).isTrue();
        var shown = http.get(path).by(token(Caller.AUDITOR)).send().json();
        assertThat(shown.at("/acknowledgements/0/errors/0/code").asString()).isEqualTo("TIN_MALFORMED");
    }

    private Http.Answer export(String query, String type) {
        return http.get("/v1/mra/export?kind=" + query)
                .by(token(Caller.PROGRAMME_MANAGER))
                .header("Accept", type)
                .send();
    }

    /** TIN and status of each row, as our own import reads them for a partner of that country. */
    private static List<String> rowsOf(String list, String type) {
        var bytes = list.getBytes(StandardCharsets.UTF_8);
        var check = new RowValidator(
                Given.partner("CA-PIP", "PIP", "CA"),
                Instant.now().atZone(ZoneOffset.UTC).toLocalDate());
        List<String> read = new ArrayList<>();
        List<RowError> errors = new ArrayList<>();
        ListBodies.of(bytes, type).forEach(row -> {
            var listed = check.read(row, errors::add);
            if (listed != null) {
                read.add(listed.tin() + " " + listed.status());
            }
        });
        assertThat(errors).isEmpty();
        return read;
    }

    private Http.Answer send(String partner, String kind, long sequence, byte[] body) {
        return http.post(path(partner, kind, sequence))
                .by(token(Caller.PROGRAMME_MANAGER))
                .header("Repr-Digest", digest(body))
                .body("text/csv", body)
                .send();
    }

    /** As a partner would: until it is acknowledged. */
    private Http.Answer sendUntilAnswered(String partner, long sequence, byte[] body) {
        return await().atMost(Duration.ofMinutes(10))
                .ignoreExceptions()
                .until(() -> send(partner, "FULL", sequence, body), answer -> answer.status() == 201);
    }

    private static String path(String partner, String kind, long sequence) {
        return "/v1/mra/partners/" + partner + "/lists?kind=" + kind + "&sequence=" + sequence + "&drawnAt=" + DRAWN;
    }

    private Http.Answer manager(String path, Object body) {
        return http.post(path).by(token(Caller.PROGRAMME_MANAGER)).json(body).send();
    }

    private void awaitOutcome(String tin, String outcome) {
        await().atMost(SOON).untilAsserted(() -> {
            enrolment.isComplete();
            assertThat(border(tin, clock.instant()).get("outcome").asString()).isEqualTo(outcome);
        });
    }

    private JsonNode border(String tin, Instant at) {
        return http.get("/v1/eligibility/tin/" + tin + "?at=" + at)
                .by(token(Caller.BORDER_SYSTEM))
                .send()
                .json();
    }

    private static byte[] csv(String programme, Rows... rows) {
        var text = new StringBuilder(Rows.header()).append("\r\n");
        for (var row : rows) {
            text.append(row.with(Column.PROGRAMME, programme).csv()).append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(byte[] body) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(body);
            return "sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(Caller caller) {
        return caller.token().orElseThrow();
    }
}
