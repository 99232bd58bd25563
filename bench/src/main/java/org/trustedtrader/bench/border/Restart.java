package org.trustedtrader.bench.border;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trustedtrader.bench.crowd.Changes;
import org.trustedtrader.bench.process.Pause;
import org.trustedtrader.bench.process.Trouble;
import org.trustedtrader.border.test.QuestionGenerator;
import org.trustedtrader.border.test.World;
import org.trustedtrader.local.LocalPlatform;

/** Kills the service and lets it start again while changes go on. */
public final class Restart {

    private static final String SERVICE = "benefits";
    private static final Duration BOUND = Duration.ofMinutes(5);
    /** Asking oftener would take from the service what it needs to start. */
    private static final Duration SOON = Duration.ofMillis(20);

    private static final Map<String, String> OFTEN =
            Map.of("TTP_BENEFITS_SNAPSHOT_EVERY", "5s", "TTP_INBOX_CATCHUPEVERY", "2s");

    /** By then a snapshot was begun after the feed had been read to its end. */
    private static final int WHOLE = 3;

    private static final int LATEST = 50;
    private static final int ANY = 50;

    private final LocalPlatform platform;
    private final Path snapshot;
    private final World world;
    private final Changes changes;
    private final Lane lane;
    private boolean often;

    Restart(LocalPlatform platform, Path snapshot, World world, Changes changes, Lane lane) {
        this.platform = platform;
        this.snapshot = snapshot;
        this.world = world;
        this.changes = changes;
        this.lane = lane;
    }

    /**
     * One restart.
     *
     * @param seconds from the start of the process until it is ready and has answered rightly about those who changed last
     *                before the kill and about others
     * @param behind  about how many changes were not in the snapshot
     * @param checked how many answers had to be right
     */
    public record Took(double seconds, long behind, int checked) {}

    /** With a snapshot as old as it happens to be. From then on the service writes one, and reads the feed, every few seconds. */
    public Took withAnOldSnapshot() {
        platform.kill(SERVICE);
        var killed = Instant.now();
        var behind = changes.between(written(), killed);
        var asked = asked();
        var began = System.nanoTime();
        platform.start(SERVICE, OFTEN);
        often = true;
        lane.awaitRightAnswers(asked, killed, BOUND);
        while (!platform.ready(SERVICE)) {
            Pause.of(SOON);
        }
        return new Took((System.nanoTime() - began) / 1e9, behind, asked.size());
    }

    /** With a snapshot that lacks nothing: nobody changes any more. */
    public Took withAWholeSnapshot() {
        if (!often) {
            withAnOldSnapshot();
        }
        changes.pause();
        for (int written = 0; written < WHOLE; written++) {
            awaitSnapshot();
        }
        return withAnOldSnapshot();
    }

    private void awaitSnapshot() {
        var until = System.nanoTime() + BOUND.toNanos();
        for (var last = written(); written().equals(last); Pause.of(SOON)) {
            if (System.nanoTime() > until) {
                throw new Trouble("the service writes no snapshot");
            }
        }
    }

    private Instant written() {
        try {
            return Files.getLastModifiedTime(snapshot).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<QuestionGenerator.Asked> asked() {
        List<QuestionGenerator.Asked> asked = new ArrayList<>();
        changes.latest(LATEST).forEach(trader -> asked.add(Questions.about(world, trader)));
        var asker = new QuestionGenerator(world, 3, Questions.UNIFORM);
        for (int i = 0; i < ANY; i++) {
            asked.add(asker.next());
        }
        return asked;
    }
}
