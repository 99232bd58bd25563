package org.trustedtrader.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trustedtrader.local.FileTimes;
import org.trustedtrader.local.LocalPlatform;
import org.trustedtrader.local.Maven;

/** Builds the programs whose jar is missing or older than a source that goes into it. */
final class Build {
    private final Path root;

    Build(Path root) {
        this.root = root;
    }

    void bringUpToDate(List<String> modules) throws IOException {
        List<String> stale = new ArrayList<>();
        for (String module : modules) {
            if (isStale(module)) {
                stale.add(module);
            }
        }
        if (stale.isEmpty()) {
            return;
        }
        long began = System.nanoTime();
        System.out.print("building " + String.join(", ", stale) + " …");
        System.out.flush();
        // bench is built on the engine's test-jar, which exists only where tests are compiled.
        String withoutTests = stale.contains("bench") ? "-DskipTests" : "-Dmaven.test.skip=true";
        new Maven(root)
                .run(
                        "The build",
                        List.of("-q", "-Pbench", "-pl", String.join(",", stale), "-am", withoutTests, "package"));
        System.out.println(" done, %.0f s".formatted((System.nanoTime() - began) / 1e9));
    }

    private boolean isStale(String module) throws IOException {
        Optional<Path> jar = jar(module);
        if (jar.isEmpty()) {
            return true;
        }
        Instant built = FileTimes.at(jar.get());
        for (String source : sources(module)) {
            Path folder = root.resolve(source);
            if (isNewer(folder.resolve("pom.xml"), built) || isNewer(folder.resolve("src/main"), built)) {
                return true;
            }
        }
        return isNewer(root.resolve("pom.xml"), built);
    }

    private static List<String> sources(String module) {
        return module.equals("bench")
                ? List.of("platform-core", "platform", "platform-test", "border-engine", "deploy/local", module)
                : List.of("platform-core", "platform", "border-engine", module);
    }

    private static boolean isNewer(Path source, Instant built) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                if (Files.getLastModifiedTime(file).toInstant().isAfter(built)) {
                    return true;
                }
            }
            return false;
        }
    }

    Optional<Path> jar(String module) throws IOException {
        return LocalPlatform.jarOf(root, module);
    }
}
