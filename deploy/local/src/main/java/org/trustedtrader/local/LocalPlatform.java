package org.trustedtrader.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Starts, watches and ends the programs of one platform on this machine. What it starts outlives the JVM that started
 * it and is found again by another one with the same state folder; {@link #close()} ends everything.
 */
public final class LocalPlatform implements AutoCloseable {
    /** How often a part that ends while it starts is started. */
    private static final int STARTS = 3;

    private static final Duration STOP_BOUND = Duration.ofSeconds(20);
    private static final Duration RECORD_BOUND = Duration.ofSeconds(90);
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private final LocalSettings settings;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final PartLauncher launcher;

    private final Map<String, String> given;

    LocalPlatform(
            LocalSettings settings,
            List<Part> parts,
            Map<String, String> given,
            Map<String, Map<String, String>> environments) {
        this.settings = settings;
        this.given = given;
        this.launcher = new PartLauncher(settings, environments);
        parts.forEach(part -> this.parts.put(part.name(), part));
    }

    public List<String> names() {
        return List.copyOf(parts.keySet());
    }

    /** The folders of our own programs. */
    public List<String> modules() {
        return parts.values().stream()
                .filter(ServicePart.class::isInstance)
                .map(part -> ((ServicePart) part).module())
                .distinct()
                .toList();
    }

    /** Whether the starts of all our programs were recorded since they were built, see {@link PlatformPlan#recordingStarts}. */
    public boolean startsRecorded() {
        try {
            for (Part part : parts.values()) {
                if (part instanceof ServicePart service && !service.startRecorded()) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw new LauncherException("Recorded starts cannot be looked for: " + e.getMessage(), e);
        }
    }

    /** The runnable jar of a module of the checkout, if it is built. */
    public static Optional<Path> jarOf(Path root, String module) throws IOException {
        return ServicePart.jarOf(root, module);
    }

    public LocalSettings settings() {
        return settings;
    }

    /** Parts that run already, and belong to somebody else: name and address, without passwords. */
    public Map<String, String> given() {
        Map<String, String> harmless = new LinkedHashMap<>();
        given.forEach((name, url) -> harmless.put(name, url.replaceFirst("//[^/@]*@", "//")));
        return harmless;
    }

    public List<String> running() {
        return names().stream().filter(this::alive).toList();
    }

    /** Where border systems ask a replica of the border service, also while it is down. */
    public String entranceUrl(String name) {
        return "http://127.0.0.1:" + settings.port(Replicas.entrancePortOf(name).orElseThrow());
    }

    /** The address of a part, also while it is down. */
    public String url(String name) {
        return given.containsKey(name) ? given.get(name) : part(name).url();
    }

    public String description(String name) {
        return part(name).description();
    }

    public Path log(String name) {
        return launcher.log(name);
    }

    /** Whether a gateway that was not started here answers at our gateway's address. */
    public boolean anotherAnswers() {
        return !alive("gateway") && Probe.refusesStrangers(settings.gatewayUrl() + "/v1/ports");
    }

    /**
     * Checks before anything is built or started that no other program holds a port that is needed.
     *
     * @throws LauncherException that names every port that is taken
     */
    public void requireFreePorts() {
        List<String> taken = parts.values().stream()
                .filter(part -> running(part.name())
                        .filter(process -> !process.configuredOtherwise(launcher.configuration(part)))
                        .isEmpty())
                .flatMap(part -> launcher.takenPorts(part).stream())
                .distinct()
                .toList();
        if (!taken.isEmpty()) {
            throw PartLauncher.portsTaken(taken);
        }
    }

    /**
     * Starts whatever does not run, in parallel, and returns when all of it is ready; otherwise says what is wrong. A part
     * that ends meanwhile, also one that was ready already, is started again, {@value #STARTS} times at most.
     */
    public void start(Progress progress) {
        stopReplicasBeyondThePlan(progress);
        for (int round = 1; round <= STARTS; round++) {
            startOnce(progress);
            List<String> lost =
                    parts.keySet().stream().filter(name -> !alive(name)).toList();
            if (lost.isEmpty()) {
                return;
            }
            lost.forEach(name -> progress.note(name, "ended while the others started"));
        }
        throw new LauncherException("These parts ended again and again: "
                + String.join(
                        ", ",
                        parts.keySet().stream().filter(name -> !alive(name)).toList())
                + ".");
    }

    private void startOnce(Progress progress) {
        Map<String, CompletableFuture<Void>> starts = new LinkedHashMap<>();
        for (Part part : parts.values()) {
            CompletableFuture<?>[] before =
                    part.after().stream().map(starts::get).toArray(CompletableFuture[]::new);
            starts.put(
                    part.name(), CompletableFuture.allOf(before).thenRunAsync(() -> complete(part, progress), THREADS));
        }
        List<String> troubles = new ArrayList<>();
        for (CompletableFuture<Void> start : starts.values()) {
            try {
                start.join();
            } catch (CompletionException e) {
                String message = e.getCause() instanceof LauncherException trouble
                        ? trouble.getMessage()
                        : String.valueOf(e.getCause());
                if (!troubles.contains(message)) {
                    troubles.add(message);
                }
            }
        }
        if (!troubles.isEmpty()) {
            throw new LauncherException(String.join("\n", troubles));
        }
    }

    private void stopReplicasBeyondThePlan(Progress progress) {
        for (String name : Replicas.beyond(Replicas.wanted(settings))) {
            if (alive(name)) {
                progress.note(name, "is no longer wanted and is stopped");
                stop(name);
            }
        }
    }

    private void complete(Part part, Progress progress) {
        long began = System.nanoTime();
        Optional<RunningPart> running = running(part.name()).filter(process -> !replaced(part, process, progress));
        if (running.filter(process -> launcher.awaitReady(part, process)).isPresent()) {
            progress.ready(part.name(), part.description(), true, Duration.ofNanos(System.nanoTime() - began));
            return;
        }
        RunningPart process = launcher.start(part, Map.of(), progress);
        for (int starts = 1; !launcher.awaitReady(part, process); starts++) {
            if (starts == STARTS || process.failed()) {
                throw launcher.ended(part);
            }
            progress.note(part.name(), "was ended while it started and is started again");
            process = launcher.start(part, Map.of(), progress);
        }
        progress.ready(part.name(), part.description(), false, Duration.ofNanos(System.nanoTime() - began));
    }

    private boolean replaced(Part part, RunningPart process, Progress progress) {
        boolean reconfigured = process.configuredOtherwise(launcher.configuration(part));
        try {
            if (!reconfigured && !part.outdated(process.started())) {
                return false;
            }
        } catch (IOException e) {
            throw new LauncherException(part.name() + " cannot be examined: " + e.getMessage(), e);
        }
        progress.note(
                part.name(),
                reconfigured ? "has other settings now and is restarted" : "was built anew and is restarted");
        stop(part.name());
        return true;
    }

    /** Starts one part, with its usual environment and perhaps more, without waiting for it. */
    public void start(String name, Map<String, String> more) {
        if (!alive(name)) {
            launcher.start(part(name), more, Progress.SILENT);
        }
    }

    public void start(String name) {
        start(name, Map.of());
    }

    /** Kills it if it lives, starts it again on the same port and data, and waits until it is ready. */
    public void restart(String name, Map<String, String> more) {
        kill(name);
        start(name, more);
        awaitReady(name);
    }

    public void awaitReady(String name) {
        RunningPart process = running(name).orElseThrow(() -> new LauncherException(name + " does not run."));
        if (!launcher.awaitReady(part(name), process)) {
            throw launcher.ended(part(name));
        }
    }

    public boolean ready(String name) {
        return alive(name) && part(name).ready();
    }

    public boolean alive(String name) {
        return running(name).isPresent();
    }

    public Optional<Long> pid(String name) {
        return running(name).map(RunningPart::pid);
    }

    /** {@code kill -9}: the program gets no chance to tidy up. */
    public void kill(String name) {
        running(name).ifPresent(RunningPart::kill);
    }

    public void stop(String name) {
        running(name).ifPresent(process -> {
            process.stop(
                    parts.get(name) instanceof ServicePart service && service.record() ? RECORD_BOUND : STOP_BOUND);
            Optional.ofNullable(parts.get(name)).ifPresent(Part::afterStop);
        });
    }

    /** Ends everything that it started and nothing else: our programs first, then what they stand on. */
    public void stop() {
        stopServices();
        stopAll(Replicas.beyond(1));
        stopAll(PlatformPlan.ALL);
    }

    /** Ends our programs, and leaves running what they stand on. */
    public void stopServices() {
        stopAll(parts.values().stream()
                .filter(ServicePart.class::isInstance)
                .map(Part::name)
                .toList());
    }

    private void stopAll(List<String> names) {
        CompletableFuture.allOf(names.stream()
                        .map(name -> CompletableFuture.runAsync(() -> stop(name), THREADS))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    @Override
    public void close() {
        stop();
    }

    private Part part(String name) {
        Part part = parts.get(name);
        if (part == null) {
            throw new LauncherException("There is no part '" + name + "' here; there are " + names() + ".");
        }
        return part;
    }

    private Optional<RunningPart> running(String name) {
        return RunningPart.find(launcher.processes(), name);
    }
}
