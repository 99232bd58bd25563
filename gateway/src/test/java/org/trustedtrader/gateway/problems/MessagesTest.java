package org.trustedtrader.gateway.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.platform.message.Bundles;

class MessagesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "problem"})
    void bothLanguagesHaveTheSameTexts(String bundle) throws IOException {
        assertThat(keys(bundle + "_fr.properties"))
                .isEqualTo(keys(bundle + ".properties"))
                .isNotEmpty();
    }

    @Test
    void everyKeyInTheCodeHasItsText() throws IOException {
        String code =
                Files.readString(Path.of("src/main/java/org/trustedtrader/gateway/problems/GatewayProblems.java"));
        Set<String> keys = Pattern.compile("\"((?:gateway|request)\\.[a-z.-]+)\"")
                .matcher(code)
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toSet());

        assertThat(keys)
                .hasSizeGreaterThan(15)
                .allMatch(key -> Bundles.contains(key) || Bundles.contains(key + ".one"));
    }

    private static Set<String> keys(String file) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = Files.newInputStream(MESSAGES.resolve(file))) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts.stringPropertyNames();
    }
}
