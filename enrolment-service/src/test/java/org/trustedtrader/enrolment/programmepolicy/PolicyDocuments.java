package org.trustedtrader.enrolment.programmepolicy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Programme policies as a manager would send them. */
public final class PolicyDocuments {

    private PolicyDocuments() {}

    /** The document that ships with the program, to be changed. */
    public static ObjectNode shipped() {
        try (var file = Objects.requireNonNull(
                PolicyDocuments.class.getResourceAsStream("/policy/programme-2026-11-01.json"))) {
            return (ObjectNode) JsonMapper.shared().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ObjectNode named(String version, String effectiveFrom) {
        return shipped().put("version", version).put("effectiveFrom", effectiveFrom);
    }

    /** With one value changed: {@code membership.appealDays}. */
    public static ObjectNode with(ObjectNode document, String section, String name, int value) {
        ((ObjectNode) document.get(section).get(name)).put("value", value);
        return document;
    }

    public static ObjectNode row(ObjectNode document, String kind) {
        return (ObjectNode) document.get("obligations").get(kind);
    }
}
