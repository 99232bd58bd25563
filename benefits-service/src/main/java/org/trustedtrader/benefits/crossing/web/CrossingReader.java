package org.trustedtrader.benefits.crossing.web;

import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.trustedtrader.border.crossing.Crossing;
import org.trustedtrader.border.eligibility.InvalidQuestionException;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.web.RequestJsonMapper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/** Reads crossings for a server beside Spring MVC, with the mapper and the constraints of the controller. */
@Component
public final class CrossingReader {

    private final ObjectReader reader;
    private final Validator validator;

    CrossingReader(RequestJsonMapper mapper, Validator validator) {
        this.reader = mapper.json().readerFor(CrossingRequest.class);
        this.validator = validator;
    }

    /**
     * The crossing, if there is nothing wrong with it and its answer follows from what is known now.
     *
     * @return null if the controller is to answer, or to say what is wrong
     */
    public @Nullable Crossing read(byte[] body, int length) {
        try {
            CrossingRequest request = reader.readValue(body, 0, length);
            return request == null
                            || request.minVersion() != null
                            || request.knownAt() != null
                            || !validator.validate(request).isEmpty()
                    ? null
                    : request.crossing();
        } catch (JacksonException | InvalidQuestionException | Refusal.InvalidInput e) {
            return null;
        }
    }
}
