package org.trustedtrader.enrolment.messaging;

import org.springframework.stereotype.Component;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.UnprocessableEventException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what an event carries; data that cannot be read will never be, however often it is tried. */
@Component
class EventData {

    private final JsonMapper json;

    EventData(JsonMapper json) {
        this.json = json;
    }

    <T> T of(Event event, Class<T> type) {
        try {
            return json.readValue(event.data(), type);
        } catch (JacksonException e) {
            throw new UnprocessableEventException(
                    "The data of " + event.type() + " cannot be read: " + e.getOriginalMessage());
        }
    }
}
