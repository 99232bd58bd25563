package org.trustedtrader.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Starts single parts in the background, and waits for them. */
final class PartLauncher {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

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
        return settings.state().resolve("logs").resolve(name + ".log");
    }

    RunningPart start(Part part, Map<String, String> more, Progress progress) {
        try {
            for (LocalPort port : part.ports()) {
                requireFree(part, port);
            }
            settings.remember();
            part.prepare(progress);
            ProcessBuilder program = part.program();
            if (part instanceof ServicePart) {
                program.environment().putAll(environments.getOrDefault("*", Map.of()));
                program.environment().putAll(environments.getOrDefault(part.name(), Map.of()));
                program.environment().putAll(more);
            }
            Files.createDirectories(log(part.name()).getParent());
            program.command(DetachedCommand.command(program.command()));
            Process process = program.redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(log(part.name()).toFile()))
                    .start();
            process.getOutputStream().close();
            return RunningPart.remember(processes(), part.name(), process.toHandle());
        } catch (IOException e) {
            throw new LauncherException(part.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    private void requireFree(Part part, LocalPort port) {
        int number = settings.port(port);
        if (!Probe.isFree(number)) {
            throw new LauncherException("Port %d, wanted by %s, is taken by another program. Choose another with %s=…"
                            .formatted(number, part.name(), port.setting())
                    + " (environment or ttp.properties), or move all with --port-base N.");
        }
    }

    void awaitReady(Part part, RunningPart process) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!part.ready()) {
            if (!process.alive()) {
                throw new LauncherException(part.name() + " ended while it started. " + LogTail.of(log(part.name())));
            }
            if (System.nanoTime() > until) {
                throw new LauncherException(part.name() + " is not ready after " + PATIENCE.toSeconds() + " s. "
                        + LogTail.of(log(part.name())));
            }
            try {
                Thread.sleep(Duration.ofMillis(100));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LauncherException("Interrupted while " + part.name() + " started.", e);
            }
        }
    }
}
