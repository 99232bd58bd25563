package org.trustedtrader.benefits.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.Objects;
import org.trustedtrader.benefits.consent.ConsentFact;
import org.trustedtrader.benefits.consent.ConsentState;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.UnprocessableEventException;
import org.trustedtrader.platform.refusal.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what is announced of consents. */
final class ConsentEvents {

    private final JsonMapper json;

    ConsentEvents(JsonMapper json) {
        this.json = json;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record ConsentData(String company, String partner, String state, Instant effectiveAt) {}

    ConsentFact read(Event event) {
        try {
            var data = json.readValue(event.data(), ConsentData.class);
            return ConsentFact.announced(
                    event.aggregateId(),
                    data.company(),
                    data.partner(),
                    event.version(),
                    ConsentState.valueOf(data.state()),
                    Objects.requireNonNull(data.effectiveAt(), "effectiveAt is missing"));
        } catch (JacksonException | IllegalArgumentException | NullPointerException | Refusal e) {
            throw new UnprocessableEventException(event.type() + " cannot be understood: " + e.getMessage());
        }
    }
}
