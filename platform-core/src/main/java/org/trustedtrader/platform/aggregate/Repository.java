package org.trustedtrader.platform.aggregate;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * The aggregates of one kind. Everything that a command changes is stored by one conditional write, together with its
 * history entry and its announcement, or not at all.
 */
public interface Repository<A extends Aggregate> {

    Optional<A> find(String id);

    /** The aggregate, if there is one that the actor may know of, and whose company's region an officer works for. */
    A visible(String id, Actor actor) throws Refusal.NotFound, Refusal.OtherRegion;

    /**
     * Stores a new aggregate. The same command sent again gives the aggregate that the first one made.
     *
     * @throws Refusal.AlreadyExists if another command made it
     * @throws Refusal.OtherRegion   if an officer of another region gives it
     */
    A create(A fresh, Command command);

    /**
     * Loads, checks that the actor may know of it and works for its region, that the key is new and that the version is the expected one, runs the
     * verb and stores the outcome.
     */
    A change(String id, Command command, Consumer<A> verb)
            throws Refusal.NotFound, Refusal.OtherRegion, Refusal.KeyReused, Refusal.StaleVersion;

    /**
     * For events and dates: runs the verb on the current state, again if somebody else was faster. A verb that records no
     * change stores nothing.
     *
     * @return the aggregate afterwards, or empty if there is none
     */
    Optional<A> react(String id, Consumer<A> verb);

    /** Stores a new aggregate unless one with its id exists; true if it was stored. */
    boolean createIfAbsent(A fresh);

    /** Oldest first; empty if there is no such aggregate. */
    List<HistoryEntry> history(String id);

    /** The newest entries, those that are not in the archive yet; oldest first. */
    default List<HistoryEntry> recentHistory(String id) {
        return history(id);
    }
}
