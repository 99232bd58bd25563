package org.trustedtrader.border.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.trustedtrader.border.snapshot.DirectorySync;

/**
 * The lines that one copy was made of, word for word, so that their signatures can be checked again. Until it is published
 * the file has a name under which it is never loaded.
 */
final class CopyFile implements AutoCloseable {

    private Path path;
    private final FileChannel channel;
    private long atSnapshot;
    private boolean broken;

    private CopyFile(Path path, FileChannel channel) throws IOException {
        this.path = path;
        this.channel = channel;
        this.atSnapshot = channel.size();
    }

    static CopyFile begin(Path path) throws IOException {
        return new CopyFile(
                path,
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE));
    }

    /** @param whole how many bytes of whole lines it has; what comes after them was cut off when the program died */
    static CopyFile resume(Path path, long whole) throws IOException {
        var channel = FileChannel.open(path, StandardOpenOption.WRITE);
        channel.truncate(whole);
        channel.position(whole);
        return new CopyFile(path, channel);
    }

    /** Once a line could not be written none may follow it. */
    void append(String line) throws IOException {
        if (broken) {
            return;
        }
        broken = true;
        var bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        broken = false;
    }

    void snapshotIsComplete() throws IOException {
        atSnapshot = channel.position();
    }

    /** How many bytes came after the snapshot. */
    long grown() throws IOException {
        return channel.position() - atSnapshot;
    }

    boolean isBroken() {
        return broken;
    }

    /** Gives it the name under which it is loaded, once all of it is on the disk. */
    void publish(Path name) throws IOException {
        channel.force(true);
        Files.move(path, name, StandardCopyOption.ATOMIC_MOVE);
        path = name;
        DirectorySync.force(name.toAbsolutePath().getParent());
    }

    /** Gives up a file that was never published. */
    void discard() throws IOException {
        close();
        Files.deleteIfExists(path);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
