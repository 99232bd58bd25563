package org.trustedtrader.gateway.routes;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes a service's OpenAPI document name this address as the server, so that "try it" comes through the gateway. */
@Component
final class OpenApiDocument {

    private final JsonMapper json;

    OpenApiDocument(JsonMapper json) {
        this.json = json;
    }

    @Nullable
    String seenFromOutside(@Nullable String body) {
        if (body == null) {
            return null;
        }
        try {
            JsonNode document = json.readTree(body);
            if (!(document instanceof ObjectNode api) || !api.has("openapi")) {
                return body;
            }
            api.set("servers", json.valueToTree(List.of(Map.of("url", "/"))));
            return json.writeValueAsString(api);
        } catch (JacksonException notJson) {
            return body;
        }
    }
}
