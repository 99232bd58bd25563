package org.trustedtrader.validation.messaging;

import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.UnprocessableEventException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the data of events; what cannot be read is parked. States are text: a new one must not stop the queue. */
final class EventPayloads {

    private EventPayloads() {}

    static <T> T read(JsonMapper json, Event event, Class<T> type) {
        try {
            return json.readValue(event.data(), type);
        } catch (JacksonException e) {
            throw new UnprocessableEventException(
                    "The data is no " + type.getSimpleName() + ": " + e.getOriginalMessage());
        }
    }

    static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new UnprocessableEventException(field + " is missing");
        }
        return value;
    }
}
