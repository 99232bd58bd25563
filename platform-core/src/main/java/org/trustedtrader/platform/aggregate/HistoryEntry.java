package org.trustedtrader.platform.aggregate;

import java.time.Instant;
import java.util.List;

/**
 * One link of an aggregate's history, as stored. {@code hash} covers the previous entry's hash, every other field and, by
 * {@code stateHash}, the whole state that resulted, so that neither an entry nor the state can be altered unnoticed.
 *
 * @param version     1 for the first; the n-th entry made version n
 * @param effectiveAt when the change counts from (programme time, UTC)
 * @param recordedAt  when it was stored (machine time, UTC, milliseconds)
 * @param changes     old and new values of fields; empty where the history shows none, and in entries of the version before
 * @param stateHash   SHA-256 of the canonical form of the state after this change, hex
 * @param previous    the hash of the entry before, empty for the first
 * @param internalNote for officers and auditors only; empty for none
 */
public record HistoryEntry(
        long version,
        String name,
        String actor,
        String actorRoles,
        Instant effectiveAt,
        Instant recordedAt,
        String from,
        String to,
        String reason,
        String legalBasis,
        List<FieldChange> changes,
        String stateHash,
        String previous,
        String hash,
        String internalNote) {

    /** Without an internal note. */
    public HistoryEntry(
            long version,
            String name,
            String actor,
            String actorRoles,
            Instant effectiveAt,
            Instant recordedAt,
            String from,
            String to,
            String reason,
            String legalBasis,
            List<FieldChange> changes,
            String stateHash,
            String previous,
            String hash) {
        this(
                version,
                name,
                actor,
                actorRoles,
                effectiveAt,
                recordedAt,
                from,
                to,
                reason,
                legalBasis,
                changes,
                stateHash,
                previous,
                hash,
                "");
    }
}
