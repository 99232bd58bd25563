package org.trustedtrader.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trustedtrader.assessment.profile.SampleFiles;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.TestTokens;
import tools.jackson.databind.JsonNode;

/** What companies and officers do over HTTP, for tests that need it done. */
final class Steps {

    static final TestTokens OWNER =
            TestTokens.user("carla").roles("account-owner").company(Enrolment.COMPANY);
    static final TestTokens STRANGER =
            TestTokens.user("mallory").roles("account-owner").company("111222337");
    static final TestTokens ASSESSOR = TestTokens.user("adam").roles("assessor");
    static final TestTokens APPROVER = TestTokens.user("paul").roles("approver");
    static final Map<String, Object> LEG = Map.of(
            "id",
            "L1",
            "from",
            Map.of("name", "Terminal", "country", "CA", "region", "ON"),
            "to",
            Map.of("name", "Parts Inc.", "country", "US", "region", "MI"),
            "mode",
            "ROAD",
            "custodyChange",
            true);
    static final byte[] PDF = SampleFiles.pdf("this proves it");

    private final Http http;

    Steps(Http http) {
        this.http = http;
    }

    Http.Answer read(String path, TestTokens caller) {
        return http.get(path).by(caller).send();
    }

    long version(String assessment) {
        return read(assessment, ASSESSOR).version();
    }

    /** A POST on the assessment, or on a part of it, in its present version. */
    Http.Answer act(String assessment, String step, TestTokens caller, Object body) {
        var call = http.post(assessment + step).by(caller).ifMatch(version(assessment));
        return (body == null ? call : call.json(body)).send();
    }

    Http.Answer attach(String assessment, String criterion, String fileName, String type, byte[] bytes) {
        return http.post(assessment + "/evidence?criterion=" + criterion + "&fileName=" + fileName)
                .by(OWNER)
                .ifMatch(version(assessment))
                .body(type, bytes)
                .send();
    }

    void answerEverything(String assessment) {
        answerEverything(assessment, OWNER);
    }

    /** The company's criteria, and those of each line and site, in a call for each. */
    void answerEverything(String assessment, TestTokens owner) {
        byScope(assessment, owner).forEach((scope, items) -> {
            List<Map<String, String>> answers = new ArrayList<>();
            for (JsonNode item : items) {
                String criterion = item.path("criterion").asString();
                answers.add(Map.of(
                        "criterion",
                        criterion,
                        "value",
                        goodValue(item.path("answerType").asString())));
                if (item.path("evidenceRequired").asBoolean()) {
                    assertThat(attach(assessment, criterion, "proof.pdf" + query("&", scope), owner)
                                    .status())
                            .isEqualTo(201);
                }
            }
            assertThat(act(assessment, "/answers" + query("?", scope), owner, Map.of("answers", answers))
                            .status())
                    .isEqualTo(200);
        });
    }

    private Http.Answer attach(String assessment, String criterion, String fileName, TestTokens owner) {
        return http.post(assessment + "/evidence?criterion=" + criterion + "&fileName=" + fileName)
                .by(owner)
                .ifMatch(version(assessment))
                .body("application/pdf", PDF)
                .send();
    }

    private Map<String, List<JsonNode>> byScope(String assessment, TestTokens reader) {
        return read(assessment + "/profile", reader)
                .json()
                .path("items")
                .valueStream()
                .collect(Collectors.groupingBy(
                        item -> item.path("scope").asString(), LinkedHashMap::new, Collectors.toList()));
    }

    /** A line or a site as a query; nothing for the company. */
    private static String query(String separator, String scope) {
        return scope.equals("company") ? "" : separator + scope;
    }

    Http.Answer declareChain(String assessment, Object chain) {
        return http.put(assessment + "/supply-chain")
                .by(OWNER)
                .ifMatch(version(assessment))
                .json(chain)
                .send();
    }

    private void declareChain(String assessment) {
        var declared = read(assessment + "/supply-chain", OWNER).json().path("legs");
        if (declared.isEmpty()) {
            assertThat(declareChain(assessment, Map.of("legs", List.of(LEG))).status())
                    .isEqualTo(200);
        }
    }

    void submit(String assessment) {
        answerEverything(assessment);
        declareChain(assessment);
        assertThat(act(assessment, "/submission", OWNER, null).status()).isEqualTo(200);
    }

    /** @param rejected a criterion of the company, or one with its scope: {@code site=S1/CF4V2} */
    void reviewRejecting(String assessment, String... rejected) {
        byScope(assessment, ASSESSOR).forEach((scope, items) -> {
            var judgements = items.stream()
                    .map(item -> item.path("criterion").asString())
                    .map(criterion -> List.of(rejected)
                                    .contains(scope.equals("company") ? criterion : scope + "/" + criterion)
                            ? Map.of("criterion", criterion, "verdict", "REJECT", "comment", "This is not enough.")
                            : Map.of("criterion", criterion, "verdict", "ACCEPT"))
                    .toList();
            assertThat(act(assessment, "/review" + query("?", scope), ASSESSOR, Map.of("judgements", judgements))
                            .status())
                    .isEqualTo(200);
        });
    }

    void complete(String assessment, String... rejected) {
        submit(assessment);
        reviewRejecting(assessment, rejected);
        assertThat(act(assessment, "/completion", ASSESSOR, Map.of("comment", "Done."))
                        .status())
                .isEqualTo(200);
    }

    private static String goodValue(String answerType) {
        return switch (answerType) {
            case "YES_NO" -> "YES";
            case "DATE" -> LocalDate.now(ZoneOffset.UTC).minusDays(30).toString();
            default -> "We do this at every site.";
        };
    }
}
