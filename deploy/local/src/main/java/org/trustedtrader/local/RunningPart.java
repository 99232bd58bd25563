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
import java.util.stream.Stream;

/** A process that this platform started, known by its id and the instant of its start: an id alone may be reused. */
final class RunningPart {
    private static final Duration CLOCK_ERROR = Duration.ofSeconds(2);

    /** A program that a signal ended has an exit status above this one. */
    private static final int SIGNALLED = 128;

    private static final String CONFIGURATION = "configuration";

    private final Path record;
    private final ProcessHandle process;
    private final Optional<String> configuration;
    private final Optional<Process> child;

    private RunningPart(Path record, ProcessHandle process, Optional<String> configuration, Optional<Process> child) {
        this.record = record;
        this.process = process;
        this.child = child;
        this.configuration = configuration;
    }

    /** @param configuration a fingerprint of the settings that the process was started with */
    static RunningPart remember(Path folder, String name, Process child, String configuration) throws IOException {
        ProcessHandle process = child.toHandle();
        Path record = Files.createDirectories(folder).resolve(name + ".properties");
        Instant started = process.info().startInstant().orElseGet(Instant::now);
        Files.writeString(
                record,
                "pid=" + process.pid() + "\nstarted=" + started + "\n" + CONFIGURATION + "=" + configuration + "\n");
        return new RunningPart(record, process, Optional.of(configuration), Optional.of(child));
    }

    /** Whether a process of that name was started here and not ended in order since. */
    static boolean wasStarted(Path folder, String name) {
        return Files.exists(folder.resolve(name + ".properties"));
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
                .filter(RunningPart::isAlive)
                .filter(process -> startedAt(process, started))
                .map(process -> new RunningPart(
                        record, process, Optional.ofNullable(known.getProperty(CONFIGURATION)), Optional.empty()));
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
        return isAlive(process);
    }

    /** A zombie has ended, although the kernel still lists it until its parent has read its exit status. */
    private static boolean isAlive(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    /**
     * Reads the state from Linux's {@code /proc}; false on other systems. While other threads of a killed process still
     * end, its first thread is a zombie already, but its ports are not free yet.
     */
    private static boolean isZombie(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try (Stream<Path> threads = Files.list(process.resolve("task"))) {
            String stat = Files.readString(process.resolve("stat"));
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return (state == 'Z' || state == 'X') && threads.count() <= 1;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether it ended with an error status of its own, and was not ended by a signal; such a start is not repeated. */
    boolean failed() {
        return child.filter(program -> !program.isAlive())
                .filter(program -> program.exitValue() > 0 && program.exitValue() < SIGNALLED)
                .isPresent();
    }

    /** Whether it was started with other settings than the given ones; false for a record that does not tell. */
    boolean configuredOtherwise(String expected) {
        return configuration.filter(actual -> !actual.equals(expected)).isPresent();
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
            return !isAlive(process);
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
