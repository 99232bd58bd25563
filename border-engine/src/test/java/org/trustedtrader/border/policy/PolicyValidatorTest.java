package org.trustedtrader.border.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.border.policy.json.PolicyError;
import org.trustedtrader.border.policy.json.PolicyValidator;
import org.trustedtrader.border.test.PolicyFixtures;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PolicyValidatorTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PolicyValidator flaws = new PolicyValidator();

    @Test
    void theShippedFileHasNone() {
        assertThat(flaws.of(file())).isEmpty();
    }

    static Stream<Arguments> eachFlawHasItsOwnAnswer() {
        return Stream.of(
                flaw(f -> f.remove("version"), "version", "is missing"),
                flaw(f -> f.put("version", "a b"), "version", "must have 1 to 40 letters, digits, dots or hyphens"),
                flaw(f -> f.put("version", 7), "version", "must be text"),
                flaw(f -> f.remove("effectiveFrom"), "effectiveFrom", "is missing"),
                flaw(f -> f.put("effectiveFrom", "2027-01-01"), "effectiveFrom", "must be a time in UTC"),
                flaw(
                        f -> f.put("effectiveFrom", "2027-01-01T05:00:00-05:00"),
                        "effectiveFrom",
                        "must be a time in UTC"),
                flaw(f -> f.put("effectiveFrom", "2027-01-01T05:00:00.1234Z"), "effectiveFrom", "to the millisecond"),
                flaw(
                        f -> f.put("effectiveFrom", "2027-02-30T05:00:00Z"),
                        "effectiveFrom",
                        "is no date of the calendar"),
                flaw(f -> f.putNull("rules"), "rules", "must be a list"),
                flaw(f -> rules(f).remove(5), "rules", "must rule MRA_RECOGNITION"),
                flaw(f -> rules(f).add(rules(f).get(0).deepCopy()), "rules[6].benefit", "FAST_LANE is ruled before"),
                flaw(f -> rule(f).put("benefit", "FREE_COFFEE"), "rules[0].benefit", "must be one of: FAST_LANE, "),
                flaw(f -> rule(f).put("benefit", "fast_lane"), "rules[0].benefit", "must be one of: FAST_LANE, "),
                flaw(f -> rule(f).put("minimumTier", "IV"), "rules[0].minimumTier", "must be one of: I, II, III"),
                flaw(f -> rule(f).putNull("minimumTier"), "rules[0].minimumTier", "must be one of: I, II, III"),
                flaw(f -> rule(f).remove("atCrossing"), "rules[0].atCrossing", "is missing"),
                flaw(f -> rule(f).put("atCrossing", "yes"), "rules[0].atCrossing", "must be true or false"),
                flaw(f -> rule(f).put("colour", "red"), "rules[0].colour", "is not known here"),
                flaw(
                        f -> list(rule(f), "conditions").add("FULL_MOON"),
                        "rules[0].conditions[4]",
                        "must be one of: HIGH"),
                flaw(f -> list(rule(f), "conditions").add("FAST_PORT"), "rules[0].conditions", "same condition twice"),
                flaw(
                        f -> list((ObjectNode) rules(f).get(5), "conditions").add("FAST_PORT"),
                        "rules[5].conditions",
                        "would never be asked"),
                flaw(
                        f -> ((ObjectNode) rules(f).get(5)).put("atCrossing", true),
                        "rules[5].lines",
                        "would check nobody at a crossing; name CARRIER or IMPORTER, or set atCrossing to false"),
                flaw(f -> list(rule(f), "programmes").add("NASA"), "rules[0].programmes[0]", "must be one of: CSA"),
                flaw(f -> lines(f).removeAll(), "rules[0].lines", "must name the lines of business of at least one of"),
                flaw(
                        f -> list(lines(f), "CARRIER").add("PIRATE"),
                        "rules[0].lines.CARRIER[2]",
                        "must be one of: IMPORT"),
                flaw(f -> list(lines(f), "CARRIER").removeAll(), "rules[0].lines.CARRIER", "names no line of business"),
                flaw(f -> lines(f).putArray("DRIVER"), "rules[0].lines.DRIVER", "is not known here"),
                flaw(f -> name(rule(f)).remove("fr"), "rules[0].name.fr", "is missing"),
                flaw(f -> name(rule(f)).put("fr", " "), "rules[0].name.fr", "must be a text of 1 to 200 characters"),
                flaw(f -> name(rule(f)).put("fr", "x".repeat(201)), "rules[0].name.fr", "must be a text of 1 to 200"),
                flaw(f -> ports(f).removeAll(), "ports", "must name at least one port"),
                flaw(f -> port(f).put("code", "04100"), "ports[0].code", "must be a 4-digit office code"),
                flaw(f -> port(f).put("code", "\u0664\u0661\u0661\u0660"), "ports[0].code", "must be a 4-digit"),
                flaw(f -> port(f).put("code", "0440"), "ports[1].code", "0440 is named before"),
                flaw(f -> port(f).put("mode", "SPACE"), "ports[0].mode", "must be one of: HIGHWAY, RAIL, AIR, MARINE"),
                flaw(f -> port(f).remove("fastLane"), "ports[0].fastLane", "is missing"),
                flaw(f -> port(f).put("lanes", 2), "ports[0].lanes", "is not known here"),
                flaw(
                        f -> port(f).put("lanes", Double.POSITIVE_INFINITY),
                        "ports[0].lanes",
                        "is too large or too small"),
                flaw(f -> rates(f).put("note", ""), "examinationRates.note", "must be a text of 1 to 500"),
                flaw(f -> rates(f).put("none", 2), "examinationRates.none", "must be from 0 to 1"),
                flaw(f -> f.put("note", "hello"), "note", "is not known here; remove it or correct its name"));
    }

    @ParameterizedTest
    @MethodSource
    void eachFlawHasItsOwnAnswer(Consumer<ObjectNode> change, String path, String message) {
        var file = file();
        change.accept(file);
        assertThat(flaws.of(file)).singleElement().satisfies(flaw -> {
            assertThat(flaw.path()).isEqualTo(path);
            assertThat(text(flaw, "messages/policy.properties")).contains(message);
            assertThat(text(flaw, "messages/policy_fr.properties"))
                    .isNotEqualTo(text(flaw, "messages/policy.properties"))
                    .doesNotContain("{");
        });
    }

    @Test
    void allFlawsAreNamedAtOnce() {
        var file = file();
        port(file).put("code", "1");
        rule(file).put("minimumTier", "0");
        file.remove("version");
        assertThat(flaws.of(file))
                .extracting(PolicyError::path)
                .containsExactlyInAnyOrder("version", "rules[0].minimumTier", "ports[0].code");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "7", "\"policy\"", "true"})
    void whatIsNoObjectIsNoPolicy(String json) {
        assertThat(flaws.of(JSON.readTree(json))).containsExactly(new PolicyError("", "policy.type-object", List.of()));
    }

    @Test
    void anAbsurdNumberIsRefusedWithoutBeingWrittenOut() {
        var file = JSON.rebuild()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree("{\"rate\": 1e999999999}");
        assertThat(flaws.of(file)).containsExactly(new PolicyError("rate", "policy.number", List.of()));
    }

    private static String text(PolicyError flaw, String file) {
        var texts = new Properties();
        var resource = Objects.requireNonNull(PolicyError.class.getClassLoader().getResourceAsStream(file));
        try (var reader = new InputStreamReader(resource, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var text = Objects.requireNonNull(texts.getProperty(flaw.key()), flaw.key());
        for (int i = 0; i < flaw.arguments().size(); i++) {
            text = text.replace("{" + i + "}", flaw.arguments().get(i));
        }
        return text;
    }

    private static Arguments flaw(Consumer<ObjectNode> change, String path, String message) {
        return Arguments.of(change, path, message);
    }

    private static ObjectNode file() {
        return PolicyFixtures.file("next", Instant.parse("2027-01-01T05:00:00Z"));
    }

    private static ObjectNode rates(ObjectNode file) {
        return (ObjectNode) file.get("examinationRates");
    }

    private static ArrayNode rules(ObjectNode file) {
        return list(file, "rules");
    }

    private static ObjectNode rule(ObjectNode file) {
        return (ObjectNode) rules(file).get(0);
    }

    private static ObjectNode lines(ObjectNode file) {
        return (ObjectNode) rule(file).get("lines");
    }

    private static ObjectNode name(ObjectNode named) {
        return (ObjectNode) named.get("name");
    }

    private static ArrayNode ports(ObjectNode file) {
        return list(file, "ports");
    }

    private static ObjectNode port(ObjectNode file) {
        return (ObjectNode) ports(file).get(0);
    }

    private static ArrayNode list(JsonNode node, String field) {
        return (ArrayNode) node.get(field);
    }
}
