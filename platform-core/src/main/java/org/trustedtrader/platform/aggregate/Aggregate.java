package org.trustedtrader.platform.aggregate;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The root of a consistency boundary: loaded whole, changed by one verb, stored whole. A verb either refuses or records
 * exactly one {@link Change}; version n of an aggregate, the n-th entry of its history and its n-th event are the same fact.
 */
public abstract class Aggregate {

    private final String id;
    private long storedVersion;
    private final Map<String, Long> seen;
    private @Nullable Change change;

    /** A new aggregate, not stored yet. */
    protected Aggregate(String id) {
        this(new Stored(id, 0, Map.of()));
    }

    /** An aggregate read back from storage. */
    protected Aggregate(Stored stored) {
        this.id = Objects.requireNonNull(stored.id());
        this.storedVersion = stored.version();
        this.seen = new TreeMap<>(stored.seen());
    }

    /** What storage knows of an aggregate beside its state: its id, its version (from 1), the versions it has seen of others. */
    public record Stored(String id, long version, Map<String, Long> seen) {}

    public final String id() {
        return id;
    }

    /** The version that this aggregate has once its change, if any, is stored; the first stored version is 1. */
    public final long version() {
        return change == null ? storedVersion : storedVersion + 1;
    }

    public final long storedVersion() {
        return storedVersion;
    }

    public final Optional<Change> change() {
        return Optional.ofNullable(change);
    }

    /** For repositories: the change is stored, so this is now the aggregate of its new version. */
    public final void changeStored() {
        storedVersion = version();
        change = null;
    }

    public final Map<String, Long> seen() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(seen));
    }

    /** Whether that actor may know that this exists; to everybody else it is as if there were none. */
    public abstract boolean visibleTo(Actor actor);

    /**
     * Business number of the company whose file this belongs to; empty for what belongs to no file. Officers of other regions are
     * kept from it, see {@link org.trustedtrader.platform.access.RegionGuard}.
     */
    public abstract Optional<String> fileOf();

    /** To be called once by every verb that succeeds. */
    protected final void record(Change newChange) {
        if (change != null) {
            throw new IllegalStateException(
                    "A command records one change; " + change.name() + " was recorded before " + newChange.name());
        }
        change = newChange;
    }

    /**
     * Notes that this change takes in a version of another aggregate.
     *
     * @return false if that version, or a newer one, was taken in before: the caller then does nothing
     */
    protected final boolean takesIn(String subject, long version) {
        if (seen.getOrDefault(subject, 0L) >= version) {
            return false;
        }
        seen.put(subject, version);
        return true;
    }
}
