package org.trustedtrader.border.status;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.trustedtrader.border.trader.Revision;

/**
 * Every state that was ever received, append-only, in files: {@code company/<BN9>} holds a company and its memberships,
 * {@code driver-card/<number>} a card, {@code membership/<id>} what could not be read of a membership whose company was not
 * known then.
 */
public interface RevisionStore {

    /**
     * Adds states durably; one that is there already stays as it is. All are stored when this returns, some perhaps if it fails.
     *
     * @param added by the file into which they go
     * @return of each of these files all states, the added ones among them, in no particular order
     */
    Map<String, List<Revision>> append(Map<String, List<Revision>> added);

    /** All states in a file, in no particular order; empty if there is none. */
    List<Revision> read(String file);

    /** The files of memberships whose company was not known when something was put into them. */
    List<String> orphans();

    /** Names the store: another one, or one that was emptied, has another name. */
    String name();

    /** Hands out all files, in no particular order. */
    void forEach(BiConsumer<String, List<Revision>> consumer);
}
