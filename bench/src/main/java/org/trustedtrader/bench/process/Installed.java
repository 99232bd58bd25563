package org.trustedtrader.bench.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of this machine. */
public final class Installed {

    private static final Path POSTGRES = Path.of("/usr/lib/postgresql");

    private Installed() {}

    /** On the PATH, where Debian keeps servers, or where it keeps versions of PostgreSQL. */
    public static Optional<Path> find(String program) {
        List<Path> folders = new ArrayList<>();
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            folders.add(Path.of(folder));
        }
        folders.add(Path.of("/usr/sbin"));
        folders.addAll(postgres());
        return folders.stream()
                .map(folder -> folder.resolve(program))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** @throws Trouble if one of them is not installed */
    public static Path need(String program) {
        return find(program).orElseThrow(() -> new Trouble(program + " is not installed"));
    }

    private static List<Path> postgres() {
        if (!Files.isDirectory(POSTGRES)) {
            return List.of();
        }
        try (Stream<Path> versions = Files.list(POSTGRES)) {
            return versions.sorted(Comparator.reverseOrder())
                    .map(version -> version.resolve("bin"))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
