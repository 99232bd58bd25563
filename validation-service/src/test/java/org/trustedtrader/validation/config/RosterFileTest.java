package org.trustedtrader.validation.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

class RosterFileTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void theRosterKnowsTheDemosValidator() {
        var roster = ValidationConfiguration.read(new ClassPathResource("planning/roster.json"), json);
        assertThat(roster.find("user:00000000-0000-4000-8000-000000000008")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"officers\":[{\"actor\":\"user:x\"}]}"})
    void aWrongFileStopsTheStart(String content) {
        var file = new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> ValidationConfiguration.read(file, json)).isInstanceOf(RuntimeException.class);
    }
}
