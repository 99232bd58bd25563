package org.trustedtrader.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.trustedtrader.assessment.Steps.ASSESSOR;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.trustedtrader.assessment.profile.SampleFiles;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.Http.Answer;
import org.trustedtrader.platform.test.ServiceIT;
import org.trustedtrader.platform.test.TestTokens;
import tools.jackson.databind.JsonNode;

/** Answers, evidence, verdicts and measures by site, over HTTP. */
@ServiceIT
class SiteProfilesIT {

    private static final AtomicInteger COMPANIES = new AtomicInteger();

    private final Http http;
    private final Enrolment enrolment;
    private final Steps steps;
    private final MongoDatabase database;
    private String company = "";
    private String assessment = "";
    private TestTokens owner = Steps.OWNER;

    SiteProfilesIT(Http http, RabbitTemplate rabbit, TopicExchange exchange, MongoDatabase database) {
        this.http = http;
        this.enrolment = new Enrolment(rabbit, exchange, http);
        this.steps = new Steps(http);
        this.database = database;
    }

    @BeforeEach
    void aCompanyOfItsOwn() {
        company = "7000%05d".formatted(COMPANIES.incrementAndGet());
        owner = TestTokens.user("sam").roles("account-owner").company(company);
    }

    private void aCarrierWith(String... sites) {
        enrolment.company(company, 1, sites);
        assessment = enrolment.applicationOfTheCarrier(company, sites.length);
    }

    @Test
    void twelveSitesAreToldApart() {
        aCarrierWith(
                IntStream.rangeClosed(1, 12).mapToObj(i -> "S" + i + " YARD").toArray(String[]::new));
        for (int i = 1; i <= 12; i++) {
            assertThat(answer("HFC5Y", "?site=S" + i, i == 7 ? "NO" : "YES").status())
                    .isEqualTo(200);
        }
        for (int i = 1; i <= 12; i++) {
            var items = steps.read(assessment + "/profile?site=S" + i, ASSESSOR)
                    .json()
                    .path("items");
            assertThat(items.valueStream())
                    .allMatch(item -> !item.path("scope").asString().equals("company"));
            assertThat(item(items, "HFC5Y").path("value").asString()).isEqualTo(i == 7 ? "NO" : "YES");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'',                        HFC5Y, answers[0].criterion",
        "?line=HIGHWAY_CARRIER,     HFC5Y, answers[0].criterion",
        "?site=S1,                  NR63S, answers[0].criterion",
        "?site=S9,                  HFC5Y, site",
        "?line=IMPORTER,            NR63S, line",
        "?line=HIGHWAY_CARRIER&site=S1, HFC5Y, site",
    })
    void anAnswerInTheWrongPlaceIsRefused(String query, String criterion, String field) {
        aCarrierWith("S1 YARD");
        Answer refused = answer(criterion, query, "YES");
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.json().path("errors").path(0).path("field").asString())
                .isEqualTo(field);
    }

    @Test
    void aProfileOfWhatTheCompanyNeverHadIsNotFound() {
        aCarrierWith("S1 YARD");
        assertThat(steps.read(assessment + "/profile?site=S9", owner).status()).isEqualTo(404);
        assertThat(steps.read(assessment + "/profile?line=IMPORTER", owner).status())
                .isEqualTo(404);
        assertThat(steps.read(assessment + "/profile?floor=3", owner).status()).isEqualTo(400);
    }

    @Test
    void aWholeProfileIsJudgedSiteBySiteAndAFailedMustNamesItsSite() {
        aCarrierWith("S1 YARD", "S2 OFFICE");
        steps.answerEverything(assessment, owner);
        var chain = Map.of("legs", List.of(Steps.LEG));
        assertThat(http.put(assessment + "/supply-chain")
                        .by(owner)
                        .ifMatch(version())
                        .json(chain)
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(steps.act(assessment, "/submission", owner, null).status()).isEqualTo(200);
        steps.reviewRejecting(assessment, "site=S2/W5AWE");
        Answer completed = steps.act(assessment, "/completion", ASSESSOR, Map.of("comment", "Done."));
        assertThat(completed.status()).as(completed.text()).isEqualTo(200);
        var action =
                steps.read(assessment + "/actions", owner).json().path("items").path(0);
        assertThat(action.path("id").asString()).isEqualTo("W5AWE-1");
        assertThat(action.path("scope").asString()).isEqualTo("site=S2");
        var risk = steps.read(assessment + "/risk", ASSESSOR).json();
        assertThat(risk.path("model").asString()).isEqualTo("risk-model-3");
        assertThat(risk.path("failedMusts").path(0).asString()).isEqualTo("site=S2/W5AWE");
    }

    @Test
    void exemptionsAndActionsAreOfOneSite() {
        aCarrierWith("S1 YARD", "S2 YARD");
        steps.answerEverything(assessment, owner);
        http.put(assessment + "/supply-chain")
                .by(owner)
                .ifMatch(version())
                .json(Map.of("legs", List.of(Steps.LEG)))
                .send();
        steps.act(assessment, "/submission", owner, null);
        var until = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
        var exemption = Map.of("criterion", "CF4V2", "reason", "No seals are kept there.", "until", until);
        assertThat(steps.act(assessment, "/exemption-proposals", ASSESSOR, exemption)
                        .status())
                .as("a site answers it")
                .isEqualTo(422);
        assertThat(steps.act(assessment, "/exemption-proposals?site=S2", ASSESSOR, exemption)
                        .status())
                .isEqualTo(200);
        assertThat(steps.act(assessment, "/exemptions?site=S1", Steps.APPROVER, exemption)
                        .problem())
                .as("proposed for another site")
                .isEqualTo("proposal-needed");
        assertThat(steps.act(assessment, "/exemptions?site=S2", Steps.APPROVER, exemption)
                        .status())
                .isEqualTo(200);
        assertThat(state("S2", "CF4V2")).isEqualTo("EXEMPTED");
        assertThat(state("S1", "CF4V2")).isEqualTo("ANSWERED");
        Answer action = steps.act(
                assessment, "/actions?site=S1", ASSESSOR, Map.of("criterion", "Z68SD", "weakness", "A fence is down."));
        assertThat(action.json().path("scope").asString()).isEqualTo("site=S1");
    }

    @Test
    void aNewSiteIsAGapAndAClosedOneStaysReadable() {
        aCarrierWith("S1 YARD", "S2 YARD");
        answer("HFC5Y", "?site=S2", "NO");
        enrolment.company(company, 2, "S1 YARD", "S3 YARD");
        await().until(() -> steps.read(assessment + "/profile?site=S3", owner).status() == 200);
        var closed = steps.read(assessment + "/profile?site=S2", owner).json();
        assertThat(item(closed.path("items"), "HFC5Y").path("value").asString()).isEqualTo("NO");
        assertThat(closed.path("scopes")
                        .valueStream()
                        .filter(scope -> scope.path("ended").asBoolean())
                        .map(scope -> scope.path("scope").asString()))
                .containsExactly("site=S2");
        assertThat(answer("HFC5Y", "?site=S2", "YES").status()).isEqualTo(422);
        Answer incomplete = steps.act(assessment, "/submission", owner, null);
        assertThat(incomplete.text()).contains("site=S3/").doesNotContain("site=S2/");
    }

    /** What the company said as a whole under an older catalogue waits at its sites until the company takes it over there. */
    @Test
    void theNewerCatalogueAsksTheSitesAndTheCompanyTakesItsAnswersOverThere() throws IOException {
        anImporterUnderTheFirstCatalogueWith("S1 YARD", "S2 YARD");
        for (String noNewer : List.of("2026.1", "1999.1")) {
            Answer refused = steps.act(assessment, "/catalogue-adoption", owner, Map.of("version", noNewer));
            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
            assertThat(refused.json().path("errors").path(0).path("field").asString())
                    .isEqualTo("version");
        }
        assertThat(steps.act(assessment, "/carry-over?site=S1", owner, null).status())
                .as("no site is asked yet")
                .isEqualTo(422);

        Answer adopted = steps.act(assessment, "/catalogue-adoption", owner, Map.of("version", "2026.3"));
        assertThat(adopted.status()).as(adopted.text()).isEqualTo(200);
        assertThat(adopted.json().path("catalogueVersion").asString()).isEqualTo("2026.3");
        assertThat(parking("S1").path("state").asString()).isEqualTo("EMPTY");
        assertThat(parking("S1").path("companyValue").asString()).isEqualTo("YES");

        Answer carried = steps.act(assessment, "/carry-over?site=S1", owner, null);
        assertThat(carried.status()).as(carried.text()).isEqualTo(200);
        assertThat(parking("S1").path("state").asString()).isEqualTo("ANSWERED");
        assertThat(parking("S1").path("value").asString()).isEqualTo("YES");
        assertThat(parking("S1").path("carriedOver").asBoolean()).isTrue();
        assertThat(parking("S2").path("state").asString()).isEqualTo("EMPTY");
        assertThat(steps.act(assessment, "/carry-over?site=S1", owner, null).problem())
                .isEqualTo("nothing-to-carry-over");
    }

    /** Stored as it was before lines and sites were asked. */
    private void anImporterUnderTheFirstCatalogueWith(String... sites) throws IOException {
        aCarrierWith(sites); // so that the company's sites are known
        String id = UUID.randomUUID().toString();
        Document old = Document.parse(
                Files.readString(Path.of("src/test/resources/golden/assessment-document-with-answers.json")));
        Document state = old.get("state", Document.class);
        state.append("company", company).append("state", "OPEN");
        database.getCollection("assessments").insertOne(old.append("_id", id));
        assessment = "/v1/assessments/" + id;
    }

    /** Whether private vehicles park apart. */
    private JsonNode parking(String site) {
        return item(
                steps.read(assessment + "/profile?site=" + site, owner).json().path("items"), "HFC5Y");
    }

    @Test
    void theReviewBasisNamesEachSite() {
        aCarrierWith("S1 YARD", "S2 YARD");
        var basis = http.get(assessment.replace("/v1/", "/internal/") + "/review-basis")
                .by(TestTokens.service("enrolment"))
                .send()
                .json();
        assertThat(basis.path("criteria")
                        .valueStream()
                        .filter(one -> one.path("criterion").asString().equals("Z68SD"))
                        .map(one -> one.path("scope").asString()))
                .containsExactly("site=S1", "site=S2");
    }

    /** 40 sites with 120 criteria each are as many answers as a company has; one of them is 25 KB, all of them a megabyte. */
    @Test
    void oneSaveOfFortySitesWritesTheAssessmentAndTheRecordOfOneSite() {
        aCarrierWith(
                IntStream.rangeClosed(1, 40).mapToObj(i -> "S" + i + " YARD").toArray(String[]::new));
        List<Document> answers = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            answers.add(new Document("criterion", "C%04d".formatted(i))
                    .append("revision", 1)
                    .append("applicable", false)
                    .append("state", "ANSWERED")
                    .append("value", "x".repeat(100))
                    .append("carriedOver", false));
        }
        for (int i = 1; i <= 40; i++) {
            var id = id() + "-site=S" + i;
            var kept = stored("profiles", id);
            var all = new ArrayList<>(kept.get("state", Document.class).getList("answers", Document.class));
            all.addAll(answers);
            kept.get("state", Document.class).put("answers", all);
            database.getCollection("profiles").replaceOne(Filters.eq("_id", id), kept);
        }
        var versions = profileVersions();
        assertThat(answer("HFC5Y", "?site=S17", "YES").status()).isEqualTo(200);
        assertThat(profileVersions().entrySet())
                .filteredOn(one -> !one.getValue().equals(versions.get(one.getKey())))
                .extracting(Map.Entry::getKey)
                .containsExactly(id() + "-site=S17");
        assertThat(bytes(stored("assessments", id()).get("state", Document.class)))
                .as("the assessment holds none of the other sites' answers")
                .isLessThan(24 * 1024);
        assertThat(bytes(stored("profiles", id() + "-site=S17").get("state", Document.class)))
                .isBetween(20 * 1024, 40 * 1024);
    }

    @Test
    void aSitesMeasuresAreStatedWithAPhotoAndTheHistoryKeepsThem() {
        aCarrierWith("S1 YARD", "S2 YARD");
        var fresh = steps.read(
                assessment + "/sites/S1/measures", TestTokens.user("vera").roles("validator"));
        assertThat(fresh.json().path("items").size()).isEqualTo(9);
        assertThat(fresh.version()).isZero();
        var photo = http.post(assessment + "/evidence?criterion=D9EZV&fileName=gate.png&kind=PHOTO&site=S1")
                .by(owner)
                .ifMatch(version())
                .body("image/png", SampleFiles.png())
                .send()
                .json()
                .path("fileId")
                .asString();
        var today = LocalDate.now(ZoneOffset.ofHours(-6)).toString();
        Answer stated = measure("S1", "CAMERAS", 0, Map.of("state", "PARTIAL", "photo", photo, "seenOn", today));
        assertThat(stated.status()).as(stated.text()).isEqualTo(200);
        assertThat(stated.json().path("photo").path("fileId").asString()).isEqualTo(photo);
        assertThat(measure("S1", "FENCE", 0, Map.of("state", "PRESENT", "seenOn", today))
                        .status())
                .as("another version was read")
                .isEqualTo(412);
        assertThat(measure("S1", "FENCE", 1, Map.of("state", "PRESENT", "seenOn", today, "note", "Two metres."))
                        .status())
                .isEqualTo(200);
        assertThat(measure("S2", "CAMERAS", 0, Map.of("state", "ABSENT", "photo", photo, "seenOn", today))
                        .status())
                .as("the photo is of another site")
                .isEqualTo(422);
        assertThat(measure("S2", "MOAT", 0, Map.of("state", "ABSENT", "seenOn", today))
                        .status())
                .isEqualTo(404);
        assertThat(measure("S9", "FENCE", 0, Map.of("state", "ABSENT", "seenOn", today))
                        .status())
                .isEqualTo(404);
        assertThat(measure("S2", "FENCE", 0, Map.of("state", "ABSENT", "seenOn", "2099-01-01"))
                        .status())
                .isEqualTo(422);
        var fence = steps.read(assessment + "/sites/S1/measures/FENCE?language=fr", ASSESSOR);
        assertThat(fence.version()).isEqualTo(2);
        assertThat(fence.json().path("name").asString()).isEqualTo("Clôture ou mur");
        assertThat(fence.json().path("state").asString()).isEqualTo("PRESENT");
        assertThat(fence.json().path("note").asString()).isEqualTo("Two metres.");
        assertThat(steps.read(assessment + "/sites/S1/measures/MOAT", ASSESSOR).status())
                .isEqualTo(404);
        assertThat(steps.read(assessment + "/sites/S1/measures/FENCE", Steps.STRANGER)
                        .status())
                .isEqualTo(404);
        var history =
                steps.read(assessment + "/sites/S1/history", ASSESSOR).json().path("items");
        assertThat(history.valueStream().map(entry -> entry.path("reason").asString()))
                .containsExactly("CAMERAS: PARTIAL, seen on " + today, "FENCE: PRESENT, seen on " + today);
        assertThat(steps.read(assessment + "/sites/S1/measures", Steps.STRANGER).status())
                .isEqualTo(404);
    }

    private Answer measure(String site, String measure, long version, Map<String, ?> body) {
        return http.put(assessment + "/sites/" + site + "/measures/" + measure)
                .by(owner)
                .ifMatch(version)
                .json(body)
                .send();
    }

    private Answer answer(String criterion, String query, String value) {
        return http.put(assessment + "/answers/" + criterion + query)
                .by(owner)
                .ifMatch(version())
                .json(Map.of("value", value))
                .send();
    }

    private String state(String site, String criterion) {
        var items = steps.read(assessment + "/profile?site=" + site, ASSESSOR)
                .json()
                .path("items");
        return item(items, criterion).path("state").asString();
    }

    private static JsonNode item(JsonNode items, String criterion) {
        return items.valueStream()
                .filter(item -> item.path("criterion").asString().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Long> profileVersions() {
        var versions = new HashMap<String, Long>();
        database.getCollection("profiles")
                .find(Filters.regex("_id", "^" + id()))
                .forEach(one -> versions.put(one.getString("_id"), one.getLong("version")));
        return versions;
    }

    private Document stored(String collection, String id) {
        return database.getCollection(collection).find(Filters.eq("_id", id)).first();
    }

    private static int bytes(Document document) {
        return new RawBsonDocument(document, new DocumentCodec())
                .getByteBuffer()
                .remaining();
    }

    private long version() {
        return steps.version(assessment);
    }

    private String id() {
        return assessment.substring(assessment.lastIndexOf('/') + 1);
    }
}
