package org.trustedtrader.border.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.feed.Batch;
import org.trustedtrader.border.feed.PositionExpiredException;
import org.trustedtrader.border.feed.TrustedKeys;
import org.trustedtrader.border.feed.UntrustedFeedException;
import org.trustedtrader.border.feed.json.BatchJson;

/**
 * Keeps the copy that is answered from. A newer snapshot is loaded beside it and takes its place once it knows as much; until
 * then, and whatever goes wrong, the old one answers for as long as its lease lasts.
 */
final class FeedFollower {

    private static final int REFUSALS_BEFORE_A_SNAPSHOT = 3;
    private static final Duration BETWEEN_SNAPSHOTS = Duration.ofSeconds(5);

    private final FeedSource source;
    private final CopyFolder folder;
    private final TrustedKeys keys;
    private final Supplier<Copy> empty;
    private final Clocks clocks;
    private final long snapshotAfter;
    private final Backoff pauses = new Backoff();
    private volatile Copy answering;
    private volatile String lastError = "";
    private volatile boolean ended;
    private @Nullable LoadedCopy held;
    private @Nullable CompletableFuture<LoadedCopy> fresher;
    private @Nullable Thread loader;
    private long notBefore = System.nanoTime();
    private int refusals;

    /** @param snapshotAfter how many bytes of changes the copy's file may have before a new snapshot is loaded */
    FeedFollower(
            FeedSource source,
            CopyFolder folder,
            TrustedKeys keys,
            Supplier<Copy> empty,
            Clocks clocks,
            long snapshotAfter) {
        this.source = source;
        this.folder = folder;
        this.keys = keys;
        this.empty = empty;
        this.clocks = clocks;
        this.snapshotAfter = snapshotAfter;
        this.answering = empty.get();
    }

    /** A copy and the file that its lines are kept in. */
    private record LoadedCopy(Copy copy, CopyFile file) {}

    private static final class FresherCopyLoaded extends IOException {}

    Copy answering() {
        return answering;
    }

    /** What went wrong last, empty if nothing did since the feed was last read. */
    String lastError() {
        return lastError;
    }

    /** Takes up the copy that an earlier run left, if all of it can be trusted. */
    void loadKept() {
        try {
            folder.load(empty.get(), keys, clocks.wall().instant()).ifPresent(kept -> {
                held = new LoadedCopy(kept.copy(), kept.file());
                answering = kept.copy();
            });
        } catch (IOException | UntrustedFeedException e) {
            lastError = "The kept copy is not used: " + e.getMessage();
        }
    }

    /** Lets {@link #follow} end. Its thread is to be interrupted as well, so that it waits for nothing. */
    void end() {
        ended = true;
    }

    /** Follows the feed until it is ended. An interrupt alone may be lost: a network read may swallow it. */
    void follow() {
        try {
            while (!ended) {
                followOnce();
                pauses.pause();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (loader != null) {
                loader.interrupt();
            }
            release();
        }
    }

    private void followOnce() throws InterruptedException {
        try {
            folder.seen(clocks.wall().instant(), false);
            if (held == null) {
                held = loaded();
            }
            takeFresher();
            publishIfCurrent();
            held.copy().age().connected();
            source.changes(held.copy().place(), this::take);
        } catch (FresherCopyLoaded e) {
            pauses.reset();
        } catch (PositionExpiredException e) {
            release();
        } catch (UntrustedFeedException e) {
            lastError = "Refused: " + e.getMessage();
            if (++refusals >= REFUSALS_BEFORE_A_SNAPSHOT) {
                release();
            }
        } catch (IOException | RuntimeException e) {
            lastError = "Not heard: " + e.getMessage();
        }
    }

    private void take(String line) throws UntrustedFeedException, IOException {
        var batch = BatchJson.read(line, keys);
        var now = Objects.requireNonNull(held);
        now.copy().take(batch);
        now.copy().age().received(batch.issue());
        persist(line, batch, now.file());
        pauses.reset();
        refusals = 0;
        lastError = now.copy().isUnderstood() ? "" : "A kind of change came that this version does not know.";
        publishIfCurrent();
        loadAnewIfNeeded(now);
    }

    private void loadAnewIfNeeded(LoadedCopy now) throws IOException {
        if (fresher != null) {
            if (fresher.isDone()) {
                throw new FresherCopyLoaded();
            }
            return;
        }
        var needed = now.file().grown() > snapshotAfter
                || now.file().isBroken()
                || !now.copy().isUnderstood();
        var nanos = System.nanoTime();
        if (needed && now.copy() == answering && nanos - notBefore >= 0) {
            notBefore = nanos + BETWEEN_SNAPSHOTS.toNanos();
            fresher = loading();
        }
    }

    /** A disk that fails must not keep the lane from learning who is suspended: what is not kept is only forgotten. */
    private void persist(String line, Batch batch, CopyFile file) {
        try {
            if (!batch.changes().isEmpty()) {
                file.append(line);
            } else if (!file.isBroken()) {
                folder.heartbeat(line);
                folder.seen(clocks.wall().instant(), true);
            }
        } catch (IOException e) {
            lastError = "Not kept: " + e.getMessage();
        }
    }

    private void publishIfCurrent() throws IOException {
        var newer = Objects.requireNonNull(held);
        var older = answering;
        if (newer.copy() == older || !isAsCurrent(newer.copy(), older)) {
            return;
        }
        answering = newer.copy();
        folder.publish(newer.file());
    }

    /** Positions of two runs cannot be compared; but the younger knowledge holds all that the older one was sure of. */
    private static boolean isAsCurrent(Copy newer, Copy older) {
        if (newer.place().epoch().equals(older.place().epoch())) {
            return newer.place().position() >= older.place().position();
        }
        return age(newer).compareTo(age(older)) <= 0;
    }

    private static Duration age(Copy copy) {
        return copy.moment(Duration.ZERO).statusAge();
    }

    private CompletableFuture<LoadedCopy> loading() {
        var result = new CompletableFuture<LoadedCopy>();
        loader = Thread.ofVirtual().name("border-snapshot").start(() -> {
            try {
                result.complete(loaded());
            } catch (InterruptedException | IOException | UntrustedFeedException | RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private void takeFresher() throws IOException {
        var done = fresher;
        if (done == null || !done.isDone()) {
            return;
        }
        fresher = null;
        try {
            var newer = done.join();
            release();
            held = newer;
        } catch (CompletionException e) {
            lastError = "No fresh snapshot: " + e.getCause().getMessage();
        }
    }

    private LoadedCopy loaded() throws IOException, UntrustedFeedException, InterruptedException {
        var copy = empty.get();
        var file = folder.begin();
        try {
            source.snapshot(line -> {
                var batch = BatchJson.read(line, keys);
                copy.take(batch);
                file.append(line);
                if (copy.isComplete()) {
                    file.snapshotIsComplete();
                    copy.age().received(batch.issue());
                }
            });
            if (!copy.isComplete()) {
                throw new IOException("The snapshot was cut off.");
            }
            return new LoadedCopy(copy, file);
        } catch (IOException | UntrustedFeedException | InterruptedException | RuntimeException e) {
            file.discard();
            throw e;
        }
    }

    /** The copy goes on answering, but no longer learns. */
    private void release() {
        if (held != null) {
            try {
                if (held.copy() == answering) {
                    held.file().close();
                } else {
                    held.file().discard();
                }
            } catch (IOException e) {
                lastError = "Not kept: " + e.getMessage();
            }
        }
        held = null;
        refusals = 0;
    }
}
