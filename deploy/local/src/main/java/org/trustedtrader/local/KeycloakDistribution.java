package org.trustedtrader.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * The real Keycloak, fetched through Maven once per machine and built once for the way in which we run it. The folder
 * is complete or absent: it gets its name only when everything in it is done.
 */
final class KeycloakDistribution {
    /** What Keycloak's own start script passes on, with a small heap and quick compilation. */
    private static final List<String> FLAGS = List.of(
            "-Xms64m",
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true");

    private final Path cache;
    private final Maven maven;
    private final String version;

    KeycloakDistribution(Path cache, Maven maven) {
        this.cache = cache;
        this.maven = maven;
        this.version = version();
    }

    private static String version() {
        Properties versions = new Properties();
        try (InputStream file = KeycloakDistribution.class.getResourceAsStream("versions.properties")) {
            versions.load(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new LauncherException("Cannot read versions.properties: " + e.getMessage(), e);
        }
        return versions.getProperty("keycloak");
    }

    String versionName() {
        return version;
    }

    Path home() {
        return cache.resolve("keycloak-" + version);
    }

    void fetch(Progress progress) throws IOException {
        if (Files.isDirectory(home())) {
            return;
        }
        Files.createDirectories(cache);
        try (FileChannel channel = FileChannel.open(
                        cache.resolve("keycloak.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock onlyOne = channel.lock()) {
            if (onlyOne.isValid() && !Files.isDirectory(home())) {
                unpackAndBuild(progress);
            }
        }
    }

    private void unpackAndBuild(Progress progress) throws IOException {
        progress.note("keycloak", "fetching and preparing " + version + " (once per machine, about 170 MB)");
        Path folder = Files.createTempDirectory(cache, "unpacking");
        maven.run(
                "Fetching Keycloak " + version,
                List.of(
                        "-q",
                        "-N",
                        "dependency:unpack",
                        "-Dartifact=org.keycloak:keycloak-quarkus-dist:" + version + ":tar.gz",
                        "-DoutputDirectory=" + folder,
                        // otherwise Maven takes an unpacking into another folder, long deleted, for done
                        "-Dmdep.overWriteReleases=true"));
        Path unpacked = folder.resolve("keycloak-" + version);
        build(unpacked, folder.resolve("build.log"));
        Files.move(unpacked, home());
        Folders.delete(folder);
    }

    private static void build(Path home, Path log) throws IOException {
        Process build = new ProcessBuilder(command(home, List.of("build", "--db=dev-file", "--health-enabled=true")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (build.waitFor() != 0) {
                throw new LauncherException("Keycloak's own build step failed; it says why in " + log + ".");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted while Keycloak was prepared.", e);
        }
    }

    static List<String> command(Path home, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(LocalSettings.java().toString()));
        command.addAll(FLAGS);
        command.add("-Dkc.home.dir=" + home);
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.addAll(List.of(
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }
}
