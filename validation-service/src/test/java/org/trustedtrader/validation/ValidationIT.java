package org.trustedtrader.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.platform.test.TestTokens;
import tools.jackson.databind.JsonNode;

/** A visit over HTTP from due to closed, on real parts. */
class ValidationIT extends ValidationServiceContext {

    private static final String QUAY = """
            {"id":"quay","name":"Quay","functions":["YARD"],"headcount":8,"timeZone":"America/Toronto",
             "address":{"street":"3 Main St","city":"Windsor","region":"ON","postalCode":"N9A 1A1","country":"CA"}},
            """;

    @Test
    void aVisitIsPlannedMadeReportedAnsweredAndClosed() {
        var path = aDueVisit();
        var due = good(http.get(path).by(carla())).json();
        assertThat(due.path("state").asString()).isEqualTo("DUE");
        assertThat(due.path("riskRating").asString()).isEqualTo("MEDIUM");

        var suggested =
                good(http.get(path + "/slot-suggestions?limit=3").by(vera())).json();
        assertThat(suggested.path("siteId").asString()).isEqualTo("dock");
        assertThat(suggested.path("earliest").asString()).isEqualTo("2026-12-23");
        assertThat(suggested.path("slots").size()).isEqualTo(3);
        var slots = suggested
                .path("slots")
                .valueStream()
                .map(slot -> Map.of(
                        "officer", slot.path("officer").asString(),
                        "startsAt", slot.path("startsAt").asString(),
                        "hours", slot.path("hours").asInt()))
                .toList();
        var proposed = good(change(path, "/proposal").by(vera()).json(Map.of("mode", "ON_SITE", "slots", slots)));
        assertThat(proposed.json().path("slots").size()).isEqualTo(3);
        assertThat(good(http.get(path).by(carla())).json().path("slots").size()).isZero();

        good(change(path, "/notification").by(vera()));
        assertThat(good(http.get(path).by(carla())).json().path("slots").size()).isEqualTo(3);
        var confirmed = good(change(path, "/confirmation").by(carla()).json(Map.of("slot", 1)))
                .json();
        assertThat(confirmed.path("validators").get(0).asString())
                .isEqualTo(slots.getFirst().get("officer"));

        clock.set(Instant.parse(slots.getFirst().get("startsAt").toString()));
        var officer = TestTokens.user(slots.getFirst().get("officer").toString().replace("user:", ""))
                .roles("validator");
        good(change(path, "/start").by(officer).json(people()));
        good(change(path, "/findings")
                .by(officer)
                .json(Map.of("kind", "ACTION_REQUIRED", "area", "SEALS", "criterion", "A3CHY", "text", "No seal log")));
        good(change(path, "/fieldwork")
                .by(officer)
                .json(Map.of("areas", List.of(Map.of("area", "SEALS", "level", "MEDIUM", "note", "Gaps")))));
        good(http.put(path + "/report")
                .ifMatch(version(path))
                .by(officer)
                .json(Map.of("summary", "Mend the seal log.")));
        assertThat(good(http.get(path).by(carla())).json().path("report").isNull())
                .isTrue();
        assertThat(good(http.get(path).by(carla())).json().path("findings").size())
                .isZero();

        var issued = good(change(path, "/report/issuance").by(officer)).json();
        assertThat(issued.path("report").path("respondBy").isNull()).isFalse();
        assertThat(issued.path("waitingFor").asString()).isEqualTo("COMPANY");
        good(change(path, "/findings/F1/response").by(carla()).json(Map.of("response", "A new log since Monday.")));
        good(change(path, "/findings/F1/acceptance").by(officer).json(Map.of("comment", "Good.")));
        good(change(path, "/findings/F1/resolution").by(officer).json(Map.of("comment", "Seen on video.")));
        var closing = Map.of("outcome", "SATISFACTORY", "reason", "All is well.", "internalNote", "informant-4711");
        var closed = good(change(path, "/closing").by(officer).json(closing)).json();
        assertThat(good(http.get(path).by(carla())).text()).doesNotContain("informant-4711", "internalNote");
        assertThat(closed.path("state").asString()).isEqualTo("CLOSED");
        assertThat(closed.path("outcome").asString()).isEqualTo("SATISFACTORY");
        assertThat(closed.path("waitingFor").isNull()).isTrue();

        var history =
                good(http.get(path + "/history").by(TestTokens.user("audrey").roles("auditor")));
        assertThat(history.json()
                        .path("items")
                        .valueStream()
                        .map(e -> e.path("name").asString()))
                .containsExactly(
                        "due",
                        "proposed",
                        "notified",
                        "confirmed",
                        "started",
                        "finding-raised",
                        "fieldwork-done",
                        "report-drafted",
                        "report-issued",
                        "answered",
                        "response-accepted",
                        "finding-resolved",
                        "closed");
        assertThat(history.text()).doesNotContain("Jo Doe").contains("\"internalNote\":\"informant-4711\"");
    }

    @Test
    void aDisputedFindingIsDecidedByAnotherOfficerAndTheCompanyIsGivenMoreDays() {
        var startsAt = Instant.parse("2027-02-10T15:00:00Z");
        var path = aConfirmedVisit(startsAt);
        clock.set(startsAt);
        good(change(path, "/start").by(vera()).json(people()));
        good(change(path, "/findings")
                .by(vera())
                .json(Map.of("kind", "ACTION_REQUIRED", "area", "SEALS", "text", "No log")));
        good(change(path, "/fieldwork")
                .by(vera())
                .json(Map.of("areas", List.of(Map.of("area", "SEALS", "level", "MEDIUM", "note", "Gaps")))));
        good(http.put(path + "/report").ifMatch(version(path)).by(vera()).json(Map.of("summary", "Mend the log.")));
        var issued = good(change(path, "/report/issuance").by(vera())).json();
        assertThat(good(change(path, "/report/acknowledgement").by(carla()))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("RESPONSE_AWAITED");
        assertThat(change(path, "/report/extension")
                        .by(vera())
                        .json(Map.of("days", 181, "reason", "Too long."))
                        .send()
                        .status())
                .isEqualTo(422);
        var extended = good(change(path, "/report/extension").by(vera()).json(Map.of("days", 14, "reason", "A move.")))
                .json();
        assertThat(extended.path("report").path("respondBy").asString())
                .isGreaterThan(issued.path("report").path("respondBy").asString());

        good(change(path, "/findings/F1/response").by(carla()).json(Map.of("response", "We need no log.")));
        good(change(path, "/findings/F1/dispute").by(vera()).json(Map.of("comment", "The criterion asks for one.")));
        var decision = Map.of("decision", "DROPPED", "comment", "The seals are counted elsewhere.");
        assertThat(change(path, "/findings/F1/decision")
                        .by(vera())
                        .json(decision)
                        .send()
                        .status())
                .as("who made the visit")
                .isEqualTo(403);
        var decided = good(change(path, "/findings/F1/decision").by(victor()).json(decision))
                .json();
        assertThat(decided.path("findings").path(0).path("state").asString()).isEqualTo("DROPPED");
    }

    @Test
    void anAgreedVisitIsMovedToAnotherOfferedSlot() {
        var path = aDueVisit();
        var one = Instant.parse("2027-01-18T15:00:00Z");
        good(change(path, "/proposal").by(vera()).json(proposal(one, one.plus(Duration.ofDays(1)))));
        good(change(path, "/notification").by(vera()));
        good(change(path, "/confirmation").by(carla()).json(Map.of("slot", 1)));
        var moved = good(change(path, "/rescheduling").by(carla()).json(Map.of("slot", 2, "reason", "Stocktaking")))
                .json();
        assertThat(moved.path("state").asString()).isEqualTo("RESCHEDULED");
        assertThat(moved.path("agreedSlot").asInt()).isEqualTo(2);
    }

    @Test
    void aCompanyDeclinesSlotsAndIsOfferedOthers() {
        var path = aDueVisit();
        good(change(path, "/proposal").by(vera()).json(proposal(Instant.parse("2027-02-01T15:00:00Z"))));
        good(change(path, "/notification").by(vera()));
        var declined = good(change(path, "/refusal").by(carla()).json(Map.of("reason", "Stocktaking")))
                .json();
        assertThat(declined.path("state").asString()).isEqualTo("DUE");
        good(change(path, "/proposal").by(vera()).json(proposal(Instant.parse("2027-02-08T15:00:00Z"))));
    }

    @Test
    void aNoShowIsPlannedAgain() {
        var path = aConfirmedVisit(Instant.parse("2027-02-16T15:00:00Z"));
        clock.set(Instant.parse("2027-02-16T15:30:00Z"));
        var missed = good(change(path, "/no-show").by(vera()).json(Map.of("reason", "Nobody at the gate")))
                .json();
        assertThat(missed.path("state").asString()).isEqualTo("NO_SHOW");
        assertThat(missed.path("noShows").get(0).path("by").asString()).isEqualTo("COMPANY");
        good(change(path, "/proposal").by(vera()).json(proposal(Instant.parse("2027-04-12T14:00:00Z"))));
    }

    @Test
    void aVisitThatTheProgrammeMissedIsDueAgain() {
        var path = aConfirmedVisit(Instant.parse("2027-02-17T15:00:00Z"));
        clock.set(Instant.parse("2027-02-17T15:30:00Z"));
        var missed = good(change(path, "/no-show")
                        .by(manager())
                        .json(Map.of("by", "PROGRAMME", "reason", "The road was closed")))
                .json();
        assertThat(missed.path("state").asString()).isEqualTo("DUE");
        assertThat(missed.path("noShows").get(0).path("by").asString()).isEqualTo("PROGRAMME");
    }

    @Test
    void eachSiteOfASmallCompanyIsVisitedAndTheViewSaysWhy() {
        var path = aDueVisit();
        var first =
                good(http.get(path).by(vera()).header("Accept-Language", "fr")).json();
        assertThat(first.path("siteId").asString()).isEqualTo("dock");
        assertThat(first.path("requiredSites").valueStream().map(JsonNode::asString))
                .containsExactly("dock", "office");
        assertThat(first.path("requirement").path("cause").asString()).isEqualTo("EVERY_SITE");
        assertThat(first.path("requirement").path("text").asString())
                .isEqualTo("l’entreprise a peu d’établissements, et chacun est visité");
        assertThat(first.path("requirement").path("reasons").valueStream().map(JsonNode::asString))
                .containsExactly("CROSS_DOCK +4", "YARD +3", "80 personnes +1");
        assertThat(good(http.get(path).by(carla())).json().path("requirement").isNull())
                .isTrue();
        var second = good(http.get(path + "-office").by(vera())).json();
        assertThat(second.path("siteId").asString()).isEqualTo("office");
        assertThat(second.path("state").asString()).isEqualTo("DUE");
        var elsewhere = proposal(Instant.parse("2027-05-03T15:00:00Z"));
        elsewhere = new HashMap<>(elsewhere);
        elsewhere.put("siteId", "office");
        var refused = change(path, "/proposal").by(vera()).json(elsewhere).send();
        assertThat(refused.problem()).isEqualTo("visit-of-another-site");
    }

    @Test
    void anOfficerAddsARequiredSiteOnce() {
        var path = aDueVisit();
        ENROLMENT.becomes("200 " + StubEnrolment.company(COMPANY).replace("\"sites\":[", "\"sites\":[" + QUAY));
        var order = Map.of(
                "type",
                "INITIAL",
                "company",
                COMPANY,
                "applicationId",
                path.replace("/v1/visits/initial-", ""),
                "siteId",
                "quay",
                "riskRating",
                "LOW",
                "reason",
                "A second look");
        var added = good(http.post("/v1/visits").by(vera()).json(order)).json();
        assertThat(added.path("requirement").path("cause").asString()).isEqualTo("ADDED");
        assertThat(added.path("reason").asString()).isEqualTo("A second look");
        var first = good(http.get(path).by(vera())).json();
        assertThat(first.path("requiredSites").valueStream().map(JsonNode::asString))
                .containsExactly("dock", "office", "quay");
        assertThat(http.post("/v1/visits").by(vera()).json(order).send().problem())
                .isEqualTo("visit-open");
    }

    @Test
    void anOrderedVisitIsMadeOncePerKeyAndMayBeCancelled() {
        var order =
                Map.of("type", "POST_INCIDENT", "company", COMPANY, "riskRating", "HIGH", "reason", "A seal was cut.");
        var first =
                good(http.post("/v1/visits").by(manager()).key("order-12345").json(order));
        var again =
                good(http.post("/v1/visits").by(manager()).key("order-12345").json(order));
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.location()).isEqualTo(first.location());
        assertThat(good(http.get(first.location()).by(carla()))
                        .json()
                        .path("reason")
                        .asString())
                .isEmpty();
        good(change(first.location(), "/cancellation").by(manager()).json(Map.of("reason", "Seal found")));
    }

    @Test
    void aRepeatedCommandIsAnsweredAndNotRunAgain() {
        var path = aDueVisit();
        var body = proposal(Instant.parse("2027-02-22T15:00:00Z"));
        var first = good(http.post(path + "/proposal")
                .by(vera())
                .ifMatch(1)
                .key("proposal-1")
                .json(body));
        var again = good(http.post(path + "/proposal")
                .by(vera())
                .ifMatch(1)
                .key("proposal-1")
                .json(body));
        assertThat(first.version()).isEqualTo(2);
        assertThat(again.version()).isEqualTo(2);
    }

    @Test
    void listsAreReadPageByPageAndACompanySeesItsOwnOnly() {
        aDueVisit();
        aDueVisit();
        var first = good(http.get("/v1/visits?limit=1&state=DUE&company=" + COMPANY)
                        .by(vera()))
                .json();
        assertThat(first.path("items").size()).isEqualTo(1);
        var next = good(http.get("/v1/visits?limit=200&state=DUE&company=" + COMPANY + "&after="
                        + first.path("next").asString())
                .by(vera()));
        assertThat(next.json()
                        .path("items")
                        .valueStream()
                        .map(v -> v.path("visitId").asString()))
                .isNotEmpty()
                .doesNotContain(first.path("items").get(0).path("visitId").asString());
        assertThat(good(http.get("/v1/visits").by(mallory()))
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(good(http.get("/v1/visits?company=" + COMPANY).by(mallory()))
                        .json()
                        .path("items")
                        .size())
                .isZero();
        assertThat(good(http.get("/v1/visits").by(carla())).json().path("items").size())
                .isPositive();
    }

    @Test
    void visitsAndThePlanAreGivenAsCsv() {
        aDueVisit();
        var visits = good(http.get("/v1/visits?state=DUE&company=" + COMPANY)
                        .by(vera())
                        .header("Accept", "text/csv")
                        .header("Accept-Language", "fr"))
                .text();
        assertThat(visits).startsWith("Visite,");
        assertThat(visits.lines().skip(1)).isNotEmpty().allMatch(row -> row.contains(COMPANY));
        assertThat(good(http.get("/v1/visits?company=" + COMPANY).by(mallory()).header("Accept", "text/csv"))
                        .text()
                        .lines())
                .hasSize(1);
        var plan = good(http.get("/v1/visits/plan?year=2026").by(manager()).header("Accept", "text/csv"))
                .text();
        assertThat(plan).startsWith("Year,Process,Due");
        assertThat(plan.lines())
                .anyMatch(row -> row.startsWith("2026,VISIT_INITIAL,"))
                .anyMatch(row -> row.startsWith("2026,REVALIDATION,"));
    }

    @Test
    void thePlanOfTheYearCountsVisitsAndPeople() {
        aDueVisit();
        var plan = good(http.get("/v1/visits/plan?year=2026").by(manager())).json();
        assertThat(plan.path("lines").get(0).path("type").asString()).isEqualTo("INITIAL");
        assertThat(plan.path("lines").get(0).path("due").asInt()).isPositive();
        assertThat(plan.path("officersNeeded").asInt()).isPositive();
    }

    @Test
    void namesOfPeopleAreShownToTheCompanyAndValidatorsOnly() {
        var path = aConfirmedVisit(Instant.parse("2027-03-01T15:00:00Z"));
        clock.set(Instant.parse("2027-03-01T15:00:00Z"));
        good(change(path, "/start").by(vera()).json(people()));
        assertThat(good(http.get(path).by(carla())).text()).contains("Jo Doe");
        assertThat(good(http.get(path).by(TestTokens.user("paul").roles("approver")))
                        .text())
                .doesNotContain("Jo Doe");
    }

    @ParameterizedTest
    @CsvSource({"00:00, 24:00", "00:00, 00:00", "20:00, 16:00"})
    void aYardThatIsOpenAtNightOrRoundTheClockIsVisited(String opens, String closes) {
        var yard = StubEnrolment.company(COMPANY).replace("09:00", opens).replace("17:00", closes);
        ENROLMENT.becomes("200 " + yard);
        var path = aDueVisit();
        var suggested = good(http.get(path + "/slot-suggestions?siteId=dock").by(vera()))
                .json()
                .path("slots");
        assertThat(suggested.size()).isPositive();
        var slot = suggested.get(0);
        var offer = Map.of(
                "siteId",
                "dock",
                "mode",
                "ON_SITE",
                "slots",
                List.of(Map.of(
                        "officer", slot.path("officer").asString(),
                        "startsAt", slot.path("startsAt").asString(),
                        "hours", 4)));
        assertThat(good(change(path, "/proposal").by(vera()).json(offer))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("PROPOSED");
    }

    @Test
    void suggestionsSayTheirReasonsInTheReadersLanguage() {
        var answer = good(http.get(aDueVisit() + "/slot-suggestions").by(vera()).header("Accept-Language", "fr-CA"));
        assertThat(answer.text()).contains("préavis de 30 jours", "l’agent couvre CA-ON et parle anglais");
    }
}
