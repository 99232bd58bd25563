package org.trustedtrader.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

class StrictJsonTest {

    private final JsonMapper json = mapper();

    record Strict(String name) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Lenient(String name) {}

    record Values(
            Instant at,
            LocalDate on,
            BigDecimal price,
            double weight,
            @Nullable Double other) {}

    @Test
    void aReaderOfEventsToleratesNewFieldsAndARequestDoesNot() {
        String text = "{\"name\":\"n\",\"added\":{\"later\":[1,2]}}";
        assertThat(json.readValue(text, Lenient.class)).isEqualTo(new Lenient("n"));
        assertThatExceptionOfType(UnrecognizedPropertyException.class)
                .isThrownBy(() -> json.readValue(text, Strict.class));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Values values = new Values(
                Instant.parse("2026-11-23T14:00:00.123Z"),
                LocalDate.parse("2026-11-23"),
                new BigDecimal("12.50"),
                -82.5,
                null);
        String text = json.writeValueAsString(values);
        assertThat(text).contains("\"at\":\"2026-11-23T14:00:00.123Z\"", "\"on\":\"2026-11-23\"", "\"price\":12.50");
        assertThat(json.readValue(text, Values.class)).isEqualTo(values);
    }

    @Test
    void aTimeWithAnOffsetBecomesUtc() {
        assertThat(json.readValue("\"2026-11-23T09:00:00-05:00\"", Instant.class))
                .isEqualTo(Instant.parse("2026-11-23T14:00:00Z"));
    }

    @Test
    void aTreeMayHaveNoKeyTwiceEither() {
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> json.readTree("{\"a\":1,\"b\":{\"c\":1,\"c\":2}}"));
    }

    private static JsonMapper mapper() {
        StrictJson strict = new StrictJson();
        JsonFactoryBuilder factory = JsonFactory.builder();
        strict.customize(factory);
        JsonMapper.Builder mapper = JsonMapper.builder(factory.build());
        strict.customize(mapper);
        return mapper.build();
    }
}
