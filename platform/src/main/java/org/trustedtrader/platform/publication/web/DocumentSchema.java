package org.trustedtrader.platform.publication.web;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.publication.PublicationDraft;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.refusal.Refusal.Violation;
import tools.jackson.databind.JsonNode;

/**
 * The JSON Schema (draft 2020-12) of one kind of document, and what a schema cannot say. A rule of the schema may name the text
 * that answers a document that breaks it: {@code "message": {"pattern": "schema.day"}}.
 */
public final class DocumentSchema {

    private static final int DAY_LENGTH = "2027-01-01".length();

    private final Schema schema;
    private final Function<JsonNode, List<Violation>> beyond;

    /**
     * @param schema as JSON text
     * @param beyond what is wrong with a document that keeps the schema
     */
    public DocumentSchema(String schema, Function<JsonNode, List<Violation>> beyond) {
        var config =
                SchemaRegistryConfig.builder().errorMessageKeyword("message").build();
        var registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
        this.schema = registry.getSchema(schema, InputFormat.JSON);
        this.beyond = beyond;
    }

    /**
     * A document with {@code version} and {@code effectiveFrom}: a day of the programme's zone, from whose start it is in force, or
     * a time in UTC.
     *
     * @throws Refusal.InvalidInput with the JSON path of everything that is wrong
     */
    public PublicationDraft draft(JsonNode document) {
        var violations = violations(document);
        if (!violations.isEmpty()) {
            throw new Refusal.InvalidInput(violations);
        }
        return new PublicationDraft(
                document.get("version").asString(),
                time(document.get("effectiveFrom").asString()),
                document.toString());
    }

    List<Violation> violations(JsonNode document) {
        var found = schema.validate(document).stream()
                .map(DocumentSchema::violation)
                .distinct()
                .toList();
        if (!found.isEmpty()) {
            return found;
        }
        try {
            time(document.get("effectiveFrom").asString());
        } catch (DateTimeException e) {
            return List.of(new Violation("effectiveFrom", Message.of("schema.date")));
        }
        return beyond.apply(document);
    }

    /** The start of a day of the programme's zone, or a time in UTC. */
    public static Instant time(String effectiveFrom) {
        return effectiveFrom.length() == DAY_LENGTH
                ? LocalDate.parse(effectiveFrom)
                        .atStartOfDay(BusinessCalendar.PROGRAMME_ZONE)
                        .toInstant()
                : Instant.parse(effectiveFrom);
    }

    private static Violation violation(Error error) {
        var path = path(error.getInstanceLocation());
        var rule = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "required" -> new Violation(inside(path, error.getProperty()), Message.of("schema.missing"));
            case "additionalProperties", "unevaluatedProperties" ->
                new Violation(inside(path, error.getProperty()), Message.of("schema.unknown-field"));
            case "enum" -> new Violation(path, Message.of("schema.one-of", values(rule)));
            case "const" -> new Violation(path, Message.of("schema.one-of", rule.asString()));
            case "type" -> new Violation(path, type(rule.asString()));
            case "minimum" -> new Violation(path, Message.of("schema.at-least", rule.asString()));
            case "maximum" -> new Violation(path, Message.of("schema.at-most", rule.asString()));
            case "minItems", "minProperties" ->
                new Violation(path, Message.of("schema.items-at-least", rule.asString()));
            case "maxItems", "maxProperties" ->
                new Violation(path, Message.of("schema.items-at-most", rule.asString()));
            case "uniqueItems" -> new Violation(path, Message.of("schema.twice"));
            default -> new Violation(path, worded(error, rule));
        };
    }

    /** By the text that the schema names for the rule, or by the rule itself. */
    private static Message worded(Error error, JsonNode rule) {
        var named = error.getMessage();
        if (named != null && named.matches("[a-z]+(\\.[a-z-]+)+")) {
            return Message.of(named);
        }
        return switch (error.getKeyword()) {
            case "pattern", "format" -> Message.of("schema.form", rule.asString());
            case "propertyNames" -> Message.of("schema.name", String.valueOf(error.getProperty()));
            default -> Message.of("schema.other", error.getKeyword() + " " + rule);
        };
    }

    private static String values(JsonNode allowed) {
        return allowed.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
    }

    private static Message type(String name) {
        return switch (name) {
            case "object" -> Message.of("schema.type-object");
            case "array" -> Message.of("schema.type-list");
            case "boolean" -> Message.of("schema.type-boolean");
            case "integer" -> Message.of("schema.type-whole-number");
            case "number" -> Message.of("schema.type-number");
            default -> Message.of("schema.type-text");
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
