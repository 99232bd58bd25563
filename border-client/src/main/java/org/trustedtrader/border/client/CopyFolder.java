package org.trustedtrader.border.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.feed.Batch;
import org.trustedtrader.border.feed.TrustedKeys;
import org.trustedtrader.border.feed.UntrustedFeedException;
import org.trustedtrader.border.feed.json.BatchJson;

/**
 * Where a client keeps its copy: {@code copy-<n>.ndjson}, of which the highest counts; {@code beat}, the newest line that
 * said that nothing else had happened; {@code clock}, the latest time of day that was seen. One client at a time.
 */
final class CopyFolder implements AutoCloseable {

    private static final String UNFINISHED = ".part";
    private static final String NAME = "copy-%012d.ndjson";

    private final Path folder;
    private final FileChannel lock;
    private final FileChannel clock;
    private long highest;
    private long begun;

    CopyFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.lock = open("lock");
        try {
            if (lock.tryLock() == null) {
                throw new IOException("Another client keeps its copy in " + folder + ".");
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException("Another client keeps its copy in " + folder + ".", e);
        }
        this.clock = open("clock");
        deleteUnfinished();
        this.highest = copies().stream().mapToLong(CopyFolder::number).max().orElse(0);
    }

    /** @param newest the batch that says how old the copy is */
    record Kept(Copy copy, CopyFile file, Batch newest) {}

    /**
     * The copy that an earlier run left, every signature checked again.
     *
     * @return empty if there is none
     * @throws UntrustedFeedException if a line in it is not what was signed, or not what has to come there; then none of it counts
     */
    Optional<Kept> load(Copy empty, TrustedKeys keys, Instant now) throws IOException, UntrustedFeedException {
        var newestFile = copies().stream().max(Comparator.comparingLong(CopyFolder::number));
        if (newestFile.isEmpty()) {
            return Optional.empty();
        }
        var last = new Batch[1];
        long whole;
        try (var bytes = Files.newInputStream(newestFile.get())) {
            whole = LineReader.read(bytes, line -> {
                last[0] = BatchJson.read(line, keys);
                empty.take(last[0]);
            });
        }
        if (!empty.isComplete()) {
            throw new UntrustedFeedException("the copy that was kept is not complete");
        }
        var heartbeat = heartbeat(keys);
        if (heartbeat != null && follows(heartbeat, empty)) {
            last[0] = heartbeat;
        }
        empty.age().kept(last[0].issue(), now.toEpochMilli() < latestSeen());
        return Optional.of(new Kept(empty, CopyFile.resume(newestFile.get(), whole), last[0]));
    }

    CopyFile begin() throws IOException {
        return CopyFile.begin(folder.resolve("copy-" + ++begun + UNFINISHED));
    }

    void publish(CopyFile file) throws IOException {
        file.publish(folder.resolve(NAME.formatted(++highest)));
        for (var older : copies()) {
            if (number(older) < highest) {
                Files.delete(older);
            }
        }
    }

    void heartbeat(String line) throws IOException {
        var unfinished = folder.resolve("beat" + UNFINISHED);
        Files.writeString(unfinished, line, StandardCharsets.ISO_8859_1);
        Files.move(unfinished, folder.resolve("beat"), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Remembers the time of day, so that a clock that is set back while no client runs is found out.
     *
     * @param confirmed whether the service was just reached; if not, the latest time that was ever seen is kept
     */
    void seen(Instant now, boolean confirmed) throws IOException {
        if (confirmed || now.toEpochMilli() > latestSeen()) {
            clock.write(ByteBuffer.allocate(Long.BYTES).putLong(0, now.toEpochMilli()), 0);
        }
    }

    @Override
    public void close() throws IOException {
        clock.close();
        lock.close();
    }

    private long latestSeen() throws IOException {
        var bytes = ByteBuffer.allocate(Long.BYTES);
        return clock.read(bytes, 0) == Long.BYTES ? bytes.getLong(0) : Long.MIN_VALUE;
    }

    /** A beat that is damaged is none: without it the copy is only older. */
    private @Nullable Batch heartbeat(TrustedKeys keys) throws IOException {
        var file = folder.resolve("beat");
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return BatchJson.read(Files.readString(file, StandardCharsets.ISO_8859_1), keys);
        } catch (UntrustedFeedException e) {
            return null;
        }
    }

    private static boolean follows(Batch heartbeat, Copy copy) {
        try {
            copy.take(heartbeat);
            return true;
        } catch (UntrustedFeedException e) {
            return false;
        }
    }

    private void deleteUnfinished() throws IOException {
        try (var unfinished = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
            for (var file : unfinished) {
                Files.delete(file);
            }
        }
    }

    private List<Path> copies() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("copy-[0-9]{12}\\.ndjson"))
                    .toList();
        }
    }

    private static long number(Path copy) {
        return Long.parseLong(copy.getFileName().toString().substring(5, 17));
    }

    private FileChannel open(String name) throws IOException {
        return FileChannel.open(
                folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
