package org.trustedtrader.local;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;

/**
 * A runnable jar, taken apart beside itself: so it starts faster, its start can be recorded in an AOT cache of the JDK,
 * and a later build does not pull it from under a running program.
 */
final class BootJar {
    private static final String RECORDED = "start.aot";

    /** In a jar whose build has prepared Spring's part of the start. */
    private static final String PREPARED = "__ApplicationContextInitializer.class";

    private final Path jar;
    private final Path folder;

    /** @param jar the jar that the build made */
    BootJar(Path jar) throws IOException {
        this.jar = jar;
        this.folder = jar.resolveSibling("run-" + FileTimes.at(jar).toEpochMilli() + "-" + Files.size(jar));
    }

    /** Replicas that start at once share what one of them takes apart. */
    void takeApart() throws IOException {
        synchronized (BootJar.class) {
            if (!Files.isDirectory(folder)) {
                extract();
            }
        }
    }

    private void extract() throws IOException {
        for (Path old : forgottenOnes()) {
            Folders.delete(old);
        }
        Path unfinished = Files.createTempDirectory(jar.getParent(), "unfinished");
        Process extraction = new ProcessBuilder(
                        LocalSettings.java().toString(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        unfinished.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(extraction.getInputStream().readAllBytes());
        if (extraction.onExit().join().exitValue() != 0) {
            throw new LauncherException(jar + " cannot be taken apart: " + said);
        }
        Files.move(unfinished, folder);
    }

    /** An earlier one may still run for a while. */
    private List<Path> forgottenOnes() throws IOException {
        Instant longAgo = Instant.now().minus(Duration.ofHours(1));
        try (DirectoryStream<Path> earlier = Files.newDirectoryStream(jar.getParent(), "run-*")) {
            List<Path> forgotten = new ArrayList<>();
            for (Path file : earlier) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(longAgo)) {
                    forgotten.add(file);
                }
            }
            return forgotten;
        }
    }

    boolean builtAfter(Instant instant) throws IOException {
        return FileTimes.at(jar).isAfter(instant);
    }

    boolean startRecorded() {
        return Files.exists(folder.resolve(RECORDED));
    }

    /** Whether the build has decided already which beans there are. */
    boolean startPrepared() throws IOException {
        try (JarFile thin = new JarFile(folder.resolve(jar.getFileName()).toFile())) {
            return thin.stream().anyMatch(entry -> entry.getName().endsWith(PREPARED));
        }
    }

    /**
     * @param flags  for the JVM
     * @param record whether a start that was not recorded yet shall be recorded, which happens when the program ends
     */
    List<String> command(List<String> flags, boolean record) {
        Path recorded = folder.resolve(RECORDED);
        List<String> all = new ArrayList<>(flags);
        if (startRecorded()) {
            all.add("-XX:AOTCache=" + recorded);
        } else if (record) {
            all.add("-XX:AOTCacheOutput=" + recorded);
            all.add("-Xlog:aot=error"); // which classes cannot be cached is no news
        }
        return JavaCommand.ofJar(folder.resolve(jar.getFileName()), all);
    }
}
