package org.trustedtrader.border.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.trustedtrader.border.policy.json.PolicyFiles;
import org.trustedtrader.border.policy.json.UnsupportedPolicyException;
import org.trustedtrader.border.test.PolicyFixtures;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PolicyFilesTest {

    private static final String FILE =
            PolicyFixtures.file("next", Instant.parse("2027-01-01T05:00:00Z")).toString();

    static Stream<Arguments> whatAnOlderProgramCannotApplyIsNotRead() {
        return Stream.of(
                not("an unknown benefit", f -> f.replace("COURIER_LOW_VALUE", "FREE_COFFEE")),
                not("an unknown condition", f -> f.replace("FAST_PORT", "FULL_MOON")),
                not("an unknown tier", f -> f.replaceFirst("\"II\"", "\"IV\"")),
                not("an unknown part", f -> f.replaceFirst("\"CARRIER\":", "\"DRIVER\":")),
                not("an unknown mode", f -> f.replaceFirst("\"HIGHWAY\"", "\"SPACE\"")),
                not("an unknown field", f -> f.replaceFirst("\\{", "{\"curfew\":true,")),
                not("an unknown field of a port", f -> f.replaceFirst("\\{\"code\"", "{\"open\":1,\"code\"")),
                not("a field twice", f -> f.replaceFirst("\\{", "{\"version\":\"other\",")),
                not("something after the end", f -> f + "{}"),
                not("no ports", f -> f.replaceFirst("\"ports\"", "\"harbours\"")),
                not("no rules", f -> f.replaceFirst("\"rules\":\\[.*],\"examination", "\"examination")),
                not("no examination rates", f -> f.replaceFirst("\"examinationRates\"", "\"lottery\"")),
                not("no date", f -> f.replaceFirst("\"2027-01-01T05:00:00Z\"", "null")),
                not("broken JSON", f -> f.substring(1)),
                not("nothing", f -> ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatAnOlderProgramCannotApplyIsNotRead(String what, UnaryOperator<String> change) {
        var changed = change.apply(FILE);
        assertThat(changed).isNotEqualTo(FILE);
        assertThatThrownBy(() -> PolicyFiles.read(changed)).isInstanceOf(UnsupportedPolicyException.class);
    }

    @Test
    void readsWhatIsWritten() {
        var policy = PolicyFiles.read(FILE);
        assertThat(policy.version()).isEqualTo("next");
        assertThat(policy.effectiveFrom()).isEqualTo(Instant.parse("2027-01-01T05:00:00Z"));
        assertThat(policy.isUnderstood()).isTrue();
    }

    @Test
    void theSchemaKnowsWhatTheProgramKnows() throws Exception {
        JsonNode schema;
        try (var file = PolicyFiles.class.getResourceAsStream("/policy/schema/policy.schema.json")) {
            schema = JsonMapper.builder().build().readTree(file);
        }
        var rule = schema.at("/$defs/rule/properties");
        assertThat(names(rule.at("/benefit/enum"))).containsExactlyInAnyOrder(names(Benefit.values()));
        assertThat(names(rule.at("/minimumTier/enum"))).containsExactlyInAnyOrder(names(Tier.values()));
        assertThat(names(rule.at("/conditions/items/enum"))).containsExactlyInAnyOrder(names(Condition.values()));
        assertThat(rule.at("/lines/properties").propertyNames()).containsExactlyInAnyOrder(names(Role.values()));
        var port = schema.at("/$defs/port/properties");
        assertThat(names(port.at("/mode/enum"))).containsExactlyInAnyOrder(names(Mode.values()));
        assertThat(names(port.at("/direction/enum"))).containsExactlyInAnyOrder(names(Direction.values()));
    }

    private static Arguments not(String what, UnaryOperator<String> change) {
        return Arguments.of(what, change);
    }

    private static List<String> names(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static String[] names(Enum<?>... constants) {
        return Arrays.stream(constants).map(Enum::name).toArray(String[]::new);
    }
}
