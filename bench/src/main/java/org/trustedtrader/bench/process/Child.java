package org.trustedtrader.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that runs until it is closed; what it says goes to a file. */
public final class Child implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Process process;
    private final Path log;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static Child start(List<String> command, Map<String, String> environment, Path log) {
        var builder = new ProcessBuilder(command)
                .directory(log.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            return new Child(process, log);
        } catch (IOException e) {
            throw new Trouble(command.getFirst() + " cannot be started: " + e.getMessage(), e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** @throws Trouble with what it said last, unless it ends by itself in that time, and well */
    public void finish(Duration bound) {
        try {
            if (!process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
                close();
                throw new Trouble(log.getFileName() + " took longer than " + bound.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new Trouble("interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new Trouble(log.getFileName() + " failed: " + said());
        }
    }

    /** Waits until something listens on that port. */
    public void awaitPort(int port, Duration bound) {
        var until = System.nanoTime() + bound.toNanos();
        while (!Ports.answers(port)) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new Trouble(log.getFileName() + " is not ready: " + said());
            }
            Pause.of(Duration.ofMillis(50));
        }
    }

    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "";
        }
    }

    private String said() {
        var text = output().strip();
        return text.substring(Math.max(0, text.length() - 500));
    }

    @Override
    public void close() {
        var descendants = process.descendants().toList();
        process.destroy();
        try {
            process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }
}
