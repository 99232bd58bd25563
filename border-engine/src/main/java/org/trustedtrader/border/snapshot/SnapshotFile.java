package org.trustedtrader.border.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.trustedtrader.border.memory.MemoryImage;

/**
 * A memory on disk, so that a restart with a million traders need not read them one by one: a head, the arrays as they lie in
 * memory, a JSON part for what is no array, and a checksum over all. Written beside the old file, forced to disk and renamed;
 * one that is cut off, altered or of another format is as none.
 */
public final class SnapshotFile {

    private static final long MAGIC = 0x545450_534E4150L;
    private static final int FORMAT = 2;

    private final Path file;

    public SnapshotFile(Path file) {
        this.file = file;
    }

    /**
     * What is written.
     *
     * @param store   the store that the image is of
     * @param cursors up to where each feed had been applied completely before the image was begun
     */
    public record Content(String store, Map<String, String> cursors, MemoryImage image) {}

    public void write(Content content) throws IOException {
        var image = content.image();
        Files.createDirectories(file.toAbsolutePath().getParent());
        var beside = file.resolveSibling(file.getFileName() + ".new");
        try (var channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var out = new SnapshotOutput(channel);
            out.longs(MAGIC, FORMAT);
            out.array(image.narrow());
            out.array(image.wide());
            out.array(image.rowOf());
            out.array(image.rows());
            out.bytes(SnapshotJson.write(content));
            out.end();
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        DirectorySync.force(file.toAbsolutePath().getParent());
    }

    /** Empty if there is none that can be relied on. */
    public Optional<Content> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < 3 * Long.BYTES || channel.size() > Integer.MAX_VALUE) {
                return Optional.empty();
            }
            var mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .order(ByteOrder.LITTLE_ENDIAN);
            return isWhole(mapped) ? Optional.of(read(new SnapshotInput(mapped))) : Optional.empty();
        }
    }

    private static Content read(SnapshotInput in) {
        in.skip(2 * Long.BYTES);
        var narrow = in.ints();
        var wide = in.ints();
        var rowOf = in.ints();
        var rows = in.longs();
        return SnapshotJson.read(in.bytes(), narrow, wide, rowOf, rows);
    }

    private static boolean isWhole(ByteBuffer mapped) {
        var end = mapped.limit() - Long.BYTES;
        var checksum = new CRC32C();
        checksum.update(mapped.slice(0, end));
        return mapped.getLong(0) == MAGIC
                && mapped.getLong(Long.BYTES) == FORMAT
                && mapped.getLong(end) == checksum.getValue();
    }
}
