package org.trustedtrader.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** When a file was really written: the build gives its jars one fixed date, so that they are reproducible. */
public final class FileTimes {
    private FileTimes() {}

    public static Instant at(Path file) throws IOException {
        boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        return unix
                ? ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant()
                : Files.getLastModifiedTime(file).toInstant();
    }
}
