package org.trustedtrader.local;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that this platform started, known by its id and the instant of its start: an id alone may be reused. */
final class RunningPart {
    private static final Duration CLOCK_ERROR = Duration.ofSeconds(2);

    private final Path record;
    private final ProcessHandle process;

    private RunningPart(Path record, ProcessHandle process) {
        this.record = record;
        this.process = process;
    }

    static RunningPart remember(Path folder, String name, ProcessHandle process) throws IOException {
        Path record = Files.createDirectories(folder).resolve(name + ".properties");
        Instant started = process.info().startInstant().orElseGet(Instant::now);
        Files.writeString(record, "pid=" + process.pid() + "\nstarted=" + started + "\n");
        return new RunningPart(record, process);
    }

    /** Empty when it was never started, has ended, or its id now belongs to another program. */
    static Optional<RunningPart> find(Path folder, String name) {
        Path record = folder.resolve(name + ".properties");
        if (!Files.exists(record)) {
            return Optional.empty();
        }
        Properties known = new Properties();
        try (Reader reader = Files.newBufferedReader(record)) {
            known.load(reader);
        } catch (IOException e) {
            throw new LauncherException("Cannot read " + record + ": " + e.getMessage(), e);
        }
        Instant started = Instant.parse(known.getProperty("started"));
        return ProcessHandle.of(Long.parseLong(known.getProperty("pid")))
                .filter(ProcessHandle::isAlive)
                .filter(process -> startedAt(process, started))
                .map(process -> new RunningPart(record, process));
    }

    private static boolean startedAt(ProcessHandle process, Instant expected) {
        return process.info()
                .startInstant()
                .map(actual -> Duration.between(expected, actual).abs().compareTo(CLOCK_ERROR) <= 0)
                .orElse(false);
    }

    long pid() {
        return process.pid();
    }

    boolean alive() {
        return process.isAlive();
    }

    Instant started() {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    /** Asks it to end, and ends it when it has not done so within the bound. */
    void stop(Duration bound) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        if (!ended(process, bound)) {
            process.destroyForcibly();
            ended(process, bound);
        }
        children.forEach(ProcessHandle::destroyForcibly);
        forget();
    }

    /** {@code kill -9}. */
    void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        ended(process, Duration.ofSeconds(10));
        forget();
    }

    private static boolean ended(ProcessHandle process, Duration bound) {
        try {
            process.onExit().get(bound.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(record);
        } catch (IOException e) {
            throw new LauncherException("Cannot delete " + record + ": " + e.getMessage(), e);
        }
    }
}
