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
    private static final Duration STOP_BOUND = Duration.ofSeconds(20);
    private static final Duration RECORD_BOUND = Duration.ofSeconds(90);
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private final LocalSettings settings;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final PartLauncher launch;

    private final Map<String, String> given;

    LocalPlatform(
            LocalSettings settings,
            List<Part> parts,
            Map<String, String> given,
            Map<String, Map<String, String>> environments) {
        this.settings = settings;
        this.given = given;
        this.launch = new PartLauncher(settings, environments);
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
    public String leanUrl(String name) {
        return "http://127.0.0.1:" + settings.port(Replicas.leanPortOf(name).orElseThrow());
    }

    /** The address of a part, also while it is down. */
    public String url(String name) {
        return given.containsKey(name) ? given.get(name) : part(name).url();
    }

    public String description(String name) {
        return part(name).description();
    }

    public Path log(String name) {
        return launch.log(name);
    }

    /** Starts whatever does not run, in parallel, and returns when all of it is ready; otherwise says what is wrong. */
    public void start(Progress progress) {
        stopReplicasBeyondThePlan(progress);
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
        RunningPart process = running.orElseGet(() -> launch.start(part, Map.of(), progress));
        launch.awaitReady(part, process);
        progress.ready(
                part.name(), part.description(), running.isPresent(), Duration.ofNanos(System.nanoTime() - began));
    }

    private boolean replaced(Part part, RunningPart process, Progress progress) {
        try {
            if (!part.outdated(process.started())) {
                return false;
            }
        } catch (IOException e) {
            throw new LauncherException(part.name() + " cannot be examined: " + e.getMessage(), e);
        }
        progress.note(part.name(), "was built anew and is restarted");
        stop(part.name());
        return true;
    }

    /** Starts one part, with its usual environment and perhaps more, without waiting for it. */
    public void start(String name, Map<String, String> more) {
        if (!alive(name)) {
            launch.start(part(name), more, Progress.SILENT);
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
        launch.awaitReady(part(name), running(name).orElseThrow(() -> new LauncherException(name + " does not run.")));
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
        return RunningPart.find(launch.processes(), name);
    }
}
