package org.trustedtrader.platform.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.trustedtrader.platform.history.HistoryHead;
import org.trustedtrader.platform.history.HistoryHeadFile;

/**
 * Appends the heads of what changed, signed, to this replica's export file every few seconds. The file says which heads were
 * exported before a start. After a failure it is prepared anew, because a line may have been written in part.
 */
final class HistoryHeadExporter implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryHeadExporter.class);
    /** How far back each look goes beyond the last one: longer than any write takes to commit. */
    private static final Duration OVERLAP = Duration.ofSeconds(60);

    private final Path file;
    private final PrivateKey key;
    private final Duration every;
    private final Function<Instant, List<HistoryHead>> headsSince;
    private Set<HistoryHead> lately = Set.of();
    private Instant lookedAt = Instant.EPOCH;
    private String lastLine = "";
    private boolean isPrepared;
    private ScheduledExecutorService timer;

    HistoryHeadExporter(Path file, PrivateKey key, Duration every, Function<Instant, List<HistoryHead>> headsSince) {
        this.file = file;
        this.key = key;
        this.every = every;
        this.headsSince = headsSince;
    }

    @Override
    public void start() {
        try {
            prepare();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot write history heads to the file in ttp.history.export-file", e);
        }
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("history-export").factory());
        timer.scheduleWithFixedDelay(this::guardedExport, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        timer.close();
        guardedExport();
        timer = null;
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }

    /** Whatever is thrown would end the timer, so that nothing would be exported any more. */
    void guardedExport() {
        try {
            export();
        } catch (Throwable e) {
            isPrepared = false;
            LOG.error("alarm=history-heads-not-exported reason={}", e.toString());
        }
    }

    private void prepare() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        lastLine = "";
        if (Files.exists(file)) {
            cutTornLine(file);
            lastLine = lastLineOf(file);
            if (lookedAt.equals(Instant.EPOCH)) {
                lately = HistoryHeadFile.newest(file);
            }
        }
        isPrepared = true;
    }

    private void export() throws IOException, GeneralSecurityException {
        if (!isPrepared) {
            prepare();
        }
        var now = Instant.now();
        var heads = headsSince.apply(lookedAt.equals(Instant.EPOCH) ? lookedAt : lookedAt.minus(OVERLAP));
        var fresh = heads.stream().filter(head -> !lately.contains(head)).toList();
        if (!fresh.isEmpty()) {
            var line = HistoryHeadFile.line(lastLine, fresh, key);
            Files.writeString(
                    file,
                    line + "\n",
                    StandardCharsets.US_ASCII,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
            lastLine = line;
        }
        lately = new HashSet<>(heads);
        lookedAt = now;
    }

    /** A line that a crash cut short was never evidence; its heads are exported again. */
    private static void cutTornLine(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var one = ByteBuffer.allocate(1);
            long end = channel.size();
            while (end > 0 && !isLineEnd(channel, one, end - 1)) {
                end--;
            }
            channel.truncate(end);
        }
    }

    private static boolean isLineEnd(FileChannel channel, ByteBuffer one, long at) throws IOException {
        one.clear();
        channel.read(one, at);
        return one.get(0) == '\n';
    }

    private static String lastLineOf(Path file) throws IOException {
        try (var lines = Files.lines(file, StandardCharsets.US_ASCII)) {
            return lines.reduce("", (before, line) -> line);
        }
    }
}
