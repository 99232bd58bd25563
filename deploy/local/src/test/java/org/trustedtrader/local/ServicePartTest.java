package org.trustedtrader.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicePartTest {
    private static final String PREPARED = "-Dspring.aot.enabled=true";

    @TempDir
    private Path root;

    @Test
    void aStartThatTheBuildPreparedIsUsed() throws IOException {
        built("org/trustedtrader/benefits/BenefitsApplication__ApplicationContextInitializer.class");
        assertThat(command(Map.of())).contains(PREPARED);
    }

    @Test
    void aJarWithoutOneStartsInTheOrdinaryWay() throws IOException {
        built("org/trustedtrader/benefits/BenefitsApplication.class");
        assertThat(command(Map.of())).doesNotContain(PREPARED);
    }

    @Test
    void aSettingThatAddsBeansIsHeeded() throws IOException {
        built("org/trustedtrader/benefits/BenefitsApplication__ApplicationContextInitializer.class");
        assertThat(command(Map.of("MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT", "http://127.0.0.1:4318")))
                .doesNotContain(PREPARED);
    }

    private List<String> command(Map<String, String> environment) throws IOException {
        LocalSettings settings = LocalSettings.of(root, root.resolve("state"), Map.of());
        return new ServicePart(settings, "benefits", Set.of(), environment, false)
                .program()
                .command();
    }

    /** A jar, and what it is when it was taken apart. */
    private void built(String entry) throws IOException {
        Path jar = root.resolve("benefits-service/target/benefits-service-1.jar");
        Files.createDirectories(jar.getParent());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(entry));
        }
        Path apart = jar.resolveSibling("run-" + FileTimes.at(jar).toEpochMilli() + "-" + Files.size(jar));
        Files.createDirectories(apart);
        Files.copy(jar, apart.resolve(jar.getFileName()));
    }
}
