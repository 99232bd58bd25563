package org.trustedtrader.border.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

/** Tells which files and folders are forced to the disk, as the Java machine itself records it. */
public final class FsyncRecorder {

    private static final String FORCED = "jdk.FileForce";

    private FsyncRecorder() {}

    /** Something that writes files. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }

    public static List<Path> during(Work work) throws IOException {
        var dump = Files.createTempFile("forced", ".jfr");
        try (var recording = new Recording()) {
            recording.enable(FORCED).withoutThreshold();
            recording.start();
            work.run();
            recording.stop();
            recording.dump(dump);
            return RecordingFile.readAllEvents(dump).stream()
                    .map(event -> Path.of(event.getString("path")))
                    .toList();
        } finally {
            Files.delete(dump);
        }
    }
}
