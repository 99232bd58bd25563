package org.trustedtrader.border.snapshot;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** The names of files, which are kept apart from what is in them and are forced to the disk apart. */
public final class DirectorySync {

    private DirectorySync() {}

    /** Without this a file that was just made or renamed may be gone, or have its old name, after a crash of the machine. */
    public static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }
}
