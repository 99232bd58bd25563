package org.trustedtrader.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.trustedtrader.local.Folders;

/** A folder of the bench's own, and all that was started in it. Closed, also by Ctrl-C, it leaves nothing running and no file. */
public final class Place implements AutoCloseable {

    private final Path folder;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private int files;
    private boolean closed;

    public Place() {
        try {
            folder = Files.createTempDirectory("ttp-bench");
            // A database that refuses to run as root has its folder in here.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "bench-end"));
    }

    public Path folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets something end with this place, before all that was there earlier. */
    public synchronized <T extends AutoCloseable> T keep(T resource) {
        refuseIfClosed();
        open.push(resource);
        return resource;
    }

    /** Nothing is started once this place is closed, when nobody would end it any more. */
    public synchronized Child start(String name, List<String> command, Map<String, String> environment) {
        refuseIfClosed();
        return keep(Child.start(command, environment, newFile(name + ".log")));
    }

    /** Whether the bench is ending, so that whatever was measured last says nothing. */
    public synchronized boolean isClosed() {
        return closed;
    }

    private void refuseIfClosed() {
        if (closed) {
            throw new Trouble("the bench is ending");
        }
    }

    public Child start(String name, List<String> command) {
        return start(name, command, Map.of());
    }

    /** Runs a program to its end. @return what it said */
    public String run(String name, List<String> command, Duration bound) {
        var child = start(name, command);
        try {
            child.finish(bound);
            return child.output();
        } finally {
            release(child);
        }
    }

    private synchronized void release(AutoCloseable resource) {
        open.remove(resource);
    }

    public synchronized Path newFile(String name) {
        return folder.resolve(++files + "-" + name);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        // A second caller, such as the JVM's shutdown hook, waits until everything has ended.
        synchronized (open) {
            while (!open.isEmpty()) {
                try {
                    open.pop().close();
                } catch (Exception | Error e) {
                    // Whatever happened to one, the others end all the same.
                    System.err.println("Something did not end well: " + e.getMessage());
                }
            }
            deleteFolder();
        }
    }

    /** What has just ended may still be tidying up after itself. */
    private void deleteFolder() {
        for (int tries = 0; tries < 20; tries++) {
            try {
                Folders.delete(folder);
                return;
            } catch (IOException | UncheckedIOException e) {
                Pause.of(Duration.ofMillis(250));
            }
        }
        System.err.println("Left over: " + folder);
    }
}
