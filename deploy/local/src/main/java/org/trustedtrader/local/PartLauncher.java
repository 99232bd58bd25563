package org.trustedtrader.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Starts single parts in the background, and waits for them. */
final class PartLauncher {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PORT_PATIENCE = Duration.ofSeconds(5);
    private static final Optional<Path> SETSID = InstalledPrograms.find("setsid");

    private final LocalSettings settings;
    private final Map<String, Map<String, String>> environments;

    /** @param environments more environment by name of one of our programs, or {@code *} */
    PartLauncher(LocalSettings settings, Map<String, Map<String, String>> environments) {
        this.settings = settings;
        this.environments = environments;
    }

    Path processes() {
        return settings.state().resolve("run");
    }

    Path log(String name) {
        return settings.log(name);
    }

    /** What a program prints itself: our own programs write their log to its file, with rotation, and print little else. */
    private Path output(Part part) {
        return part instanceof ServicePart ? log(part.name()).resolveSibling(part.name() + ".out") : log(part.name());
    }

    /** A fingerprint of the settings that the part would be started with now. */
    String configuration(Part part) {
        StringBuilder text = new StringBuilder(String.join("\n", part.configuration()));
        part.ports().forEach(port -> text.append('\n').append(settings.port(port)));
        if (part instanceof ServicePart) {
            for (String name : List.of("*", part.name())) {
                text.append('\n').append(new TreeMap<>(environments.getOrDefault(name, Map.of())));
            }
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What stands in the way of a start: one line for each port that another program holds. */
    List<String> takenPorts(Part part) {
        return part.ports().stream()
                .filter(port -> !Probe.isFree(settings.port(port)))
                .map(port -> "Port %d, wanted by %s, is taken by another program. Choose another with %s=…"
                        .formatted(settings.port(port), part.name(), port.setting()))
                .toList();
    }

    /** The kernel takes a moment to free the ports of a process of ours that was killed. */
    private void awaitFreePorts(Part part) {
        long until = System.nanoTime() + PORT_PATIENCE.toNanos();
        List<String> taken = takenPorts(part);
        while (!taken.isEmpty() && RunningPart.wasStarted(processes(), part.name()) && System.nanoTime() < until) {
            pause(part);
            taken = takenPorts(part);
        }
        if (!taken.isEmpty()) {
            throw portsTaken(taken);
        }
    }

    private static void pause(Part part) {
        try {
            Thread.sleep(Duration.ofMillis(100));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted while " + part.name() + " started.", e);
        }
    }

    static LauncherException portsTaken(List<String> taken) {
        return new LauncherException(String.join("\n", taken)
                + "\nSettings come from the environment or ttp.properties; --port-base N moves all ports.");
    }

    RunningPart start(Part part, Map<String, String> more, Progress progress) {
        try {
            awaitFreePorts(part);
            settings.remember();
            part.prepare(progress);
            ProcessBuilder program = part.program();
            if (part instanceof ServicePart) {
                program.environment().putAll(environments.getOrDefault("*", Map.of()));
                program.environment().putAll(environments.getOrDefault(part.name(), Map.of()));
                program.environment().putAll(more);
            }
            Files.createDirectories(log(part.name()).getParent());
            LogFile.rotate(log(part.name()));
            Path output = output(part);
            boolean fresh = !output.equals(log(part.name()));
            program.command(detached(program.command()));
            Process process = program.redirectErrorStream(true)
                    .redirectOutput(
                            fresh
                                    ? ProcessBuilder.Redirect.to(output.toFile())
                                    : ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .start();
            process.getOutputStream().close();
            return RunningPart.remember(processes(), part.name(), process, configuration(part));
        } catch (IOException e) {
            throw new LauncherException(part.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    /**
     * Waits until the part is ready.
     *
     * @return false if its process ended meanwhile
     */
    boolean awaitReady(Part part, RunningPart process) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!part.ready()) {
            if (!process.alive()) {
                return false;
            }
            if (System.nanoTime() > until) {
                throw new LauncherException(
                        part.name() + " is not ready after " + PATIENCE.toSeconds() + " s. " + excerpts(part));
            }
            pause(part);
        }
        return true;
    }

    LauncherException ended(Part part) {
        return new LauncherException(part.name() + " ended while it started. " + excerpts(part));
    }

    private String excerpts(Part part) {
        Path log = log(part.name());
        Path output = output(part);
        try {
            boolean printed = !output.equals(log) && Files.exists(output) && Files.size(output) > 0;
            return LogFile.excerpt(log) + (printed ? "\n" + LogFile.excerpt(output) : "");
        } catch (IOException e) {
            return LogFile.excerpt(log);
        }
    }

    /** In a session of its own, so that neither Ctrl-C nor closing the terminal reaches the program. */
    private static List<String> detached(List<String> command) {
        List<String> detached = new ArrayList<>();
        SETSID.ifPresent(setsid -> detached.add(setsid.toString()));
        detached.addAll(command);
        return detached;
    }
}
