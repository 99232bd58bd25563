package org.trustedtrader.local;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** One program of the local platform. */
interface Part {
    String name();

    /** What runs, for the progress line. */
    String description();

    /** Checked to be free before the start. */
    List<LocalPort> ports();

    /** The address that others use. */
    String url();

    /** The parts that must be ready before this one starts. */
    default Set<String> after() {
        return Set.of();
    }

    /** Fetches and writes what the program needs; harmless when repeated. */
    default void prepare(Progress progress) throws IOException {}

    /** Whether a process of it that started then is not what would be started now. */
    default boolean outdated(Instant started) throws IOException {
        return false;
    }

    /** The settings beside its ports that its process is started with; a process with others is restarted. */
    default List<String> configuration() {
        return List.of();
    }

    ProcessBuilder program() throws IOException;

    /** Asked several times a second; must answer within a second or two. */
    boolean ready();

    /** Ends what the program leaves behind. */
    default void afterStop() {}
}
