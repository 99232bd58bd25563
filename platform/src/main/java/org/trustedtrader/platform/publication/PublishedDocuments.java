package org.trustedtrader.platform.publication;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was in force when: the versions that ship with the program and those published since. The versions of the database are
 * read again after a while and after {@link #refresh}; a kind's lead is longer than that, so that every replica knows a version
 * before its time comes. A version that this program cannot read raises an alarm, and the one before it stays in force.
 */
public final class PublishedDocuments<T> {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedDocuments.class);

    private final DocumentVersions versions;
    private final List<ShippedVersion> shipped;
    private final BiFunction<String, Instant, T> reader;
    private final long keptNanos;
    private @Nullable List<Effective<T>> known;
    private long readAt;

    /**
     * @param shipped oldest first, at least one; the first also counts for all times before it
     * @param reader  of a file with the time from which it is in force
     * @param keptFor how long what was read from the database is kept, machine time
     */
    public PublishedDocuments(
            DocumentVersions versions,
            List<ShippedVersion> shipped,
            BiFunction<String, Instant, T> reader,
            Duration keptFor) {
        if (shipped.isEmpty()) {
            throw new IllegalArgumentException("something is in force at all times");
        }
        this.versions = versions;
        this.shipped = List.copyOf(shipped);
        this.reader = reader;
        this.keptNanos = keptFor.toNanos();
    }

    /** A version that counts from its time on. */
    public record Effective<T>(String version, Instant effectiveFrom, T content) {}

    /** The version in force at that time. */
    public Effective<T> at(Instant time) {
        return at(time, inOrder());
    }

    /** What would be in force at that time if that version did not exist. */
    public Effective<T> without(String version, Instant time) {
        return at(
                time,
                inOrder().stream().filter(one -> !one.version().equals(version)).toList());
    }

    /** A draft as this program understands it. */
    public T read(PublicationDraft draft) {
        return reader.apply(draft.file(), draft.effectiveFrom());
    }

    public List<ShippedVersion> shipped() {
        return shipped;
    }

    public Optional<ShippedVersion> shipped(String version) {
        return shipped.stream().filter(one -> one.version().equals(version)).findFirst();
    }

    public DocumentVersions versions() {
        return versions;
    }

    /** Reads the versions of the database again before the next answer. */
    public synchronized void refresh() {
        known = null;
    }

    private synchronized List<Effective<T>> inOrder() {
        if (known == null || System.nanoTime() - readAt >= keptNanos) {
            readAt = System.nanoTime();
            known = load();
        }
        return known;
    }

    private List<Effective<T>> load() {
        var loaded = new ArrayList<Effective<T>>();
        for (var one : shipped) {
            loaded.add(
                    new Effective<>(one.version(), one.effectiveFrom(), reader.apply(one.file(), one.effectiveFrom())));
        }
        for (var one : versions.published()) {
            try {
                var draft = one.draft();
                loaded.add(new Effective<>(one.id(), draft.effectiveFrom(), read(draft)));
            } catch (RuntimeException e) {
                LOG.error("alarm=document-not-understood version={} reason={}", one.id(), e.toString());
            }
        }
        loaded.sort(Comparator.comparing(Effective::effectiveFrom));
        return List.copyOf(loaded);
    }

    private static <T> Effective<T> at(Instant time, List<Effective<T>> inOrder) {
        var found = inOrder.getFirst();
        for (var one : inOrder) {
            if (!one.effectiveFrom().isAfter(time)) {
                found = one;
            }
        }
        return found;
    }
}
