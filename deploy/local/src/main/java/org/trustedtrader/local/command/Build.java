package org.trustedtrader.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trustedtrader.local.LocalPlatform;
import org.trustedtrader.local.Maven;

/** Builds the programs whose jar is missing or older than a source that goes into it. */
final class Build {
    private static final List<String> COMMON = List.of("platform");

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
        new Maven(root)
                .run(
                        "The build",
                        List.of("-q", "-pl", String.join(",", stale), "-am", "-Dmaven.test.skip=true", "package"));
        System.out.println(" done, %.0f s".formatted((System.nanoTime() - began) / 1e9));
    }

    private boolean isStale(String module) throws IOException {
        Optional<FileTime> built = jar(module).map(Build::modified);
        if (built.isEmpty()) {
            return true;
        }
        List<Path> sources = new ArrayList<>(List.of(root.resolve("pom.xml")));
        for (String source : Stream.concat(COMMON.stream(), Stream.of(module)).toList()) {
            sources.add(root.resolve(source).resolve("pom.xml"));
            Path main = root.resolve(source).resolve("src/main");
            if (Files.isDirectory(main)) {
                try (Stream<Path> files = Files.walk(main)) {
                    files.filter(Files::isRegularFile).forEach(sources::add);
                }
            }
        }
        return sources.stream().map(Build::modified).anyMatch(time -> time.compareTo(built.get()) > 0);
    }

    Optional<Path> jar(String module) throws IOException {
        return LocalPlatform.jarOf(root, module);
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
