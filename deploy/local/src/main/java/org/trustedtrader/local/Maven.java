package org.trustedtrader.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The installed Maven, or the wrapper script of the checkout where there is none; always on the JDK that runs us. */
public final class Maven {
    private final Path root;

    public Maven(Path root) {
        this.root = root;
    }

    /** Runs quietly; on failure prints the end of Maven's output. */
    public void run(String what, List<String> arguments) {
        List<String> output = new ArrayList<>();
        if (run(arguments, Map.of(), output::add) != 0) {
            List<String> errors = output.stream()
                    .filter(line -> line.contains("ERROR"))
                    .limit(8)
                    .toList();
            throw new LauncherException(what + " failed; Maven says:\n  "
                    + String.join(
                            "\n  ",
                            errors.isEmpty() ? output.subList(Math.max(0, output.size() - 8), output.size()) : errors));
        }
    }

    /** Runs with every line of its output passed to {@code lines}; returns the exit status. */
    public int run(List<String> arguments, Map<String, String> environment, Consumer<String> lines) {
        List<String> command = new ArrayList<>(List.of(program().toString(), "-B", "-ntp"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            process.inputReader().lines().forEach(lines);
            return process.waitFor();
        } catch (IOException e) {
            throw new LauncherException("Cannot run Maven: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted while Maven ran.", e);
        }
    }

    private Path program() {
        return InstalledPrograms.find("mvn")
                .or(this::wrapper)
                .orElseThrow(() ->
                        new LauncherException("There is no Maven: neither mvn on the PATH nor mvnw in " + root + "."));
    }

    private Optional<Path> wrapper() {
        return Optional.of(root.resolve("mvnw")).filter(Files::isExecutable);
    }
}
