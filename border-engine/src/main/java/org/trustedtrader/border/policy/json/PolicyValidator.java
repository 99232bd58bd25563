package org.trustedtrader.border.policy.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Role;
import org.trustedtrader.border.policy.Tier;
import tools.jackson.databind.JsonNode;

/**
 * Finds what is wrong with a policy file that somebody hands in: first against the schema, then what a schema cannot say.
 * Needs a JSON Schema validator on the class path, unlike reading a file that was accepted before.
 */
public final class PolicyValidator {

    private static final int MOST_DIGITS = 40;

    private final PolicySchema schema = new PolicySchema();

    /** Empty if the file is sound: then it can be read, and every program of this version applies it in full. */
    public List<PolicyError> of(JsonNode file) {
        List<PolicyError> numbers = new ArrayList<>();
        absurdNumbers(file, "", numbers);
        if (!numbers.isEmpty()) {
            return numbers;
        }
        var flaws = schema.flaws(file);
        return flaws.isEmpty() ? beyondSchema(file) : flaws;
    }

    private static List<PolicyError> beyondSchema(JsonNode file) {
        List<PolicyError> flaws = new ArrayList<>();
        time(file.get("effectiveFrom").asString(), flaws);
        rules(file.get("rules"), flaws);
        ports(file.get("ports"), flaws);
        rates(file.get("examinationRates"), flaws);
        return List.copyOf(flaws);
    }

    private static void time(String text, List<PolicyError> flaws) {
        try {
            Instant.parse(text);
        } catch (DateTimeException e) {
            flaws.add(new PolicyError("effectiveFrom", "policy.date"));
        }
    }

    private static void rules(JsonNode rules, List<PolicyError> flaws) {
        var missing = EnumSet.allOf(Benefit.class);
        for (int i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            var benefit = Benefit.valueOf(rule.get("benefit").asString());
            if (!missing.remove(benefit)) {
                flaws.add(new PolicyError("rules[" + i + "].benefit", "policy.rule-twice", benefit.name()));
            }
            if (!rule.get("atCrossing").asBoolean() && !rule.get("conditions").isEmpty()) {
                flaws.add(new PolicyError("rules[" + i + "].conditions", "policy.conditions-never-asked"));
            }
            if (rule.get("atCrossing").asBoolean() && !asksSomebody(rule.get("lines"))) {
                flaws.add(new PolicyError("rules[" + i + "].lines", "policy.checks-nobody"));
            }
        }
        missing.forEach(benefit -> flaws.add(new PolicyError("rules", "policy.rule-missing", benefit.name())));
    }

    private static boolean asksSomebody(JsonNode lines) {
        return lines.has(Role.CARRIER.name()) || lines.has(Role.IMPORTER.name());
    }

    private static void ports(JsonNode ports, List<PolicyError> flaws) {
        var seen = new HashSet<String>();
        for (int i = 0; i < ports.size(); i++) {
            var code = ports.get(i).get("code").asString();
            if (ports.get(i).has("modes")
                    && !names(ports.get(i).get("modes"), ports.get(i).get("mode"))) {
                flaws.add(new PolicyError("ports[" + i + "].modes", "policy.port-handles"));
            }
            if (ports.get(i).has("directions")
                    && !names(ports.get(i).get("directions"), ports.get(i).get("direction"))) {
                flaws.add(new PolicyError("ports[" + i + "].directions", "policy.port-handles"));
            }
            if (!seen.add(code)) {
                flaws.add(new PolicyError("ports[" + i + "].code", "policy.port-twice", code));
            }
        }
    }

    private static boolean names(JsonNode list, JsonNode one) {
        return list.valueStream().anyMatch(one::equals);
    }

    private static void rates(JsonNode rates, List<PolicyError> flaws) {
        double lower = rates.get("none").doubleValue();
        for (var tier : Tier.values()) {
            double rate = rates.get("tiers").get(tier.name()).doubleValue();
            if (rate > lower) {
                flaws.add(new PolicyError("examinationRates.tiers." + tier.name(), "policy.rate-order"));
            }
            lower = rate;
        }
    }

    private static void absurdNumbers(JsonNode node, String path, List<PolicyError> flaws) {
        if (node.isNumber() && isAbsurd(node)) {
            flaws.add(new PolicyError(path, "policy.number"));
        }
        node.properties()
                .forEach(field -> absurdNumbers(
                        field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), flaws));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            absurdNumbers(node.get(i), path + "[" + i + "]", flaws);
        }
    }

    private static boolean isAbsurd(JsonNode number) {
        if (number.isFloat() || number.isDouble()) {
            return !Double.isFinite(number.doubleValue());
        }
        var value = number.decimalValue();
        return value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS;
    }
}
