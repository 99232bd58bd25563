package org.trustedtrader.border.policy.json;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The JSON Schema of policy files, whose {@code message} entries are the keys of our own words. */
final class PolicySchema {

    private final Schema schema = load();

    List<PolicyError> flaws(JsonNode file) {
        return schema.validate(file).stream().map(PolicySchema::flaw).distinct().toList();
    }

    private static Schema load() {
        var config =
                SchemaRegistryConfig.builder().errorMessageKeyword("message").build();
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
        try {
            return registry.getSchema(PolicyFiles.resource("/policy/schema/policy.schema.json"), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PolicyError flaw(Error error) {
        var path = path(error.getInstanceLocation());
        return switch (error.getKeyword()) {
            case "required" -> new PolicyError(inside(path, error.getProperty()), "policy.missing");
            case "additionalProperties" -> new PolicyError(inside(path, error.getProperty()), "policy.unknown-field");
            case "enum" -> new PolicyError(path, "policy.one-of", names(error.getSchemaNode()));
            case "type" -> new PolicyError(path, type(error.getSchemaNode().asString()));
            default -> new PolicyError(path, error.getMessage());
        };
    }

    private static String names(JsonNode allowed) {
        return allowed.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
    }

    private static String type(String name) {
        return switch (name) {
            case "object" -> "policy.type-object";
            case "array" -> "policy.type-list";
            case "boolean" -> "policy.type-boolean";
            case "integer" -> "policy.type-whole-number";
            case "number" -> "policy.type-number";
            default -> "policy.type-text";
        };
    }

    private static String path(NodePath location) {
        var path = new StringBuilder();
        for (int i = 0; i < location.getNameCount(); i++) {
            if (location.getElement(i) instanceof Integer index) {
                path.append('[').append(index).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(location.getName(i));
            }
        }
        return path.toString();
    }

    private static String inside(String path, @Nullable String field) {
        return path.isEmpty() ? String.valueOf(field) : path + "." + field;
    }
}
