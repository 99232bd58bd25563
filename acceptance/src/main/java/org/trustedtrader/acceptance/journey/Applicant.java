package org.trustedtrader.acceptance.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.trustedtrader.acceptance.client.Polling;
import org.trustedtrader.acceptance.client.Reply;
import org.trustedtrader.acceptance.client.UnexpectedResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The company's side of an application. */
final class Applicant {

    /** Runs against the same platform hardly ever begin alike. */
    private static final AtomicInteger PEOPLE =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(1_000, 40_000));

    private final Trader trader;
    private final JsonNode record;

    /** @param record the company's record as it is sent */
    Applicant(Trader trader, JsonNode record) {
        this.trader = trader;
        this.record = record;
    }

    /** The company's record from a file beside this class. */
    static JsonNode recordNamed(String file) {
        try (var json = Objects.requireNonNull(Applicant.class.getResourceAsStream(file), file)) {
            return JsonMapper.shared().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Registers the company, or amends the record that an earlier run has left. */
    Outcome registers() {
        var owner = trader.owner();
        var known = owner.get(trader.companyPath()).expect(200, 404);
        var reply = known.ok()
                ? owner.change(trader.companyPath(), "", withOtherPeople()).expect(200)
                : owner.post("/v1/companies", record).expect(201);
        return Outcome.of(reply.text("legalName") + ", BN9 " + trader.businessNumber() + ", "
                + reply.items("sites").size() + " site(s), "
                + reply.items("programmeAccounts").size() + " programme account(s)"
                + (reply.text("carrierCode").isEmpty() ? "" : ", carrier code " + reply.text("carrierCode"))
                + (known.ok() ? " (amended)" : " (registered)"));
    }

    /** Amends its record, with another number of people at its first site; afterwards the record has a newer version. */
    long registersAgain() {
        return trader.owner()
                .change(trader.companyPath(), "", withOtherPeople())
                .expect(200)
                .version();
    }

    /** The same record again would be no change: no two amendments of a run state the same number of people. */
    private ObjectNode withOtherPeople() {
        var amended = (ObjectNode) record.deepCopy();
        ((ObjectNode) amended.path("sites").path(0)).put("headcount", PEOPLE.incrementAndGet());
        return amended;
    }

    /** A company whose earlier application or membership has just ended may have to wait a moment. */
    Outcome drafts() {
        var sections = Map.of("linesOfBusiness", List.of(trader.line()));
        var draft = Polling.until(
                        "the company may apply again",
                        Polling.SOON,
                        () -> trader.owner().post("/v1/applications", sections),
                        reply -> !reply.problemType().endsWith(":application-open"))
                .value()
                .expect(201);
        trader.applied(draft.text("applicationId"));
        return Outcome.of("application " + trader.application() + " is " + draft.text("state"))
                .with("applicationId", trader.application());
    }

    Outcome submitsTooEarly() {
        var refusal = trader.owner()
                .intend(trader.applicationPath(), "submission", null)
                .expectProblem(409, "application-incomplete");
        return Outcome.of("refused, and told what is missing:\n" + String.join("\n", refusal.violations()))
                .with("missing", refusal.violations().size());
    }

    Outcome fillsIn(LocalDate today) {
        var sections = Map.of(
                "linesOfBusiness", List.of(trader.line()),
                "facilities", Map.of("inCanadaOrUnitedStates", true, "usedForCrossBorderGoods", true),
                "trade",
                        Map.of(
                                "tradingSince", today.minusYears(6).toString(),
                                "lastMovementOn", today.minusDays(3).toString()),
                "solvency", Map.of("undischargedBankruptcy", false, "unresolvedCrownDebt", false),
                "convicted", false,
                "significantContraventions", false,
                "registeredWithCarm", true,
                "statementOfSupport",
                        Map.of("signedOn", today.minusDays(10).toString(), "signatoryPosition", "Chief executive"));
        trader.owner().change(trader.applicationPath(), "", sections).expect(200);
        return Outcome.of("every section is complete");
    }

    Outcome submits() {
        var submitted = trader.owner()
                .intend(trader.applicationPath(), "submission", null)
                .expect(200);
        return Outcome.of("application is " + submitted.text("state") + " since " + submitted.text("submittedAt"));
    }

    Outcome answersTheQuestion() {
        trader.owner()
                .intend(
                        trader.applicationPath(),
                        "information",
                        Map.of("answer", "The yard was extended in spring; the lease is attached to the profile."))
                .expect(200);
        return Outcome.of("answered; " + progress());
    }

    /** What the company sees of its application: stage, days, whose turn it is. */
    Outcome seesProgress(String clock) {
        var progress = read();
        if (!progress.text("clock").equals(clock)) {
            throw new UnexpectedResponseException(
                    "The service-standard clock should be " + clock + ", but the company sees " + described(progress));
        }
        return Outcome.of(described(progress))
                .with("clock", clock)
                .with("daysUsed", progress.at("daysUsed").asLong())
                .with("daysLeft", progress.at("daysLeft").asLong());
    }

    Outcome signsTheTerms() {
        var owner = trader.owner();
        var terms = owner.get(trader.applicationPath()).expect(200).text("termsVersion");
        var signed = owner.intend(trader.applicationPath(), "terms-signature", Map.of("termsVersion", terms))
                .expect(200);
        return Outcome.of("terms " + terms + " signed, application is " + signed.text("state"));
    }

    private String progress() {
        return described(read());
    }

    private Reply read() {
        return trader.owner().get(trader.applicationPath() + "/progress").expect(200);
    }

    private static String described(Reply progress) {
        var missing = progress.items("missing").stream()
                .map(m -> m.path("message").asString())
                .collect(Collectors.joining(" "));
        return "stage " + progress.text("stage") + ", clock " + progress.text("clock") + ", "
                + progress.at("daysUsed") + " days used, " + progress.at("daysLeft") + " left of "
                + progress.at("standardDays") + ", turn of " + progress.text("turn")
                + (missing.isEmpty() ? "" : "\nstill needed: " + missing);
    }
}
