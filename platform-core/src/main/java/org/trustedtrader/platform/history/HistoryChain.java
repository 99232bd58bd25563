package org.trustedtrader.platform.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.aggregate.HistoryEntry;

/** Links history entries by hashes, and finds where a chain or its state was altered. */
public final class HistoryChain {

    private HistoryChain() {}

    /** The hash of everything that an entry vouches for beside itself: the state, the versions seen, the announcement. */
    public static String stateHash(Map<String, ?> state, Map<String, ?> seen, String announcement) {
        return Sha256.hex(CanonicalForm.of(Map.of("state", state, "seen", seen, "announcement", announcement)));
    }

    public static HistoryEntry next(
            String aggregateId, long version, String previous, Change change, Instant recordedAt, String stateHash) {
        return next(aggregateId, version, previous, change, "", recordedAt, stateHash);
    }

    /** @param internalNote of the command that made the change; empty for none */
    public static HistoryEntry next(
            String aggregateId,
            long version,
            String previous,
            Change change,
            String internalNote,
            Instant recordedAt,
            String stateHash) {
        var unsealed = new HistoryEntry(
                version,
                change.name(),
                change.actor().id(),
                String.join(",", change.actor().roles().stream().sorted().toList()),
                change.effectiveAt().truncatedTo(ChronoUnit.MILLIS),
                recordedAt.truncatedTo(ChronoUnit.MILLIS),
                change.from(),
                change.to(),
                change.reason(),
                change.legalBasis(),
                change.fields(),
                stateHash,
                previous,
                "",
                internalNote);
        return withHash(unsealed, hashOf(aggregateId, unsealed));
    }

    /**
     * Checks an aggregate's whole chain against what is stored beside it.
     *
     * @return what is wrong, in words; empty if the chain, the version and the state agree
     */
    public static List<String> faults(String aggregateId, List<HistoryEntry> entries, long version, String stateHash) {
        var check = new Check(aggregateId);
        entries.forEach(check::add);
        return check.end(version, stateHash);
    }

    /** Checks a chain entry by entry, from the first to the newest: none but the last need be held. */
    public static final class Check {

        private final String aggregateId;
        private final List<String> faults = new ArrayList<>();
        private long count;
        private String head = "";
        private String stateHash = "";
        private boolean broken;

        public Check(String aggregateId) {
            this.aggregateId = aggregateId;
        }

        /** After an entry that is missing, the rest is not looked at. */
        public void add(HistoryEntry entry) {
            long expected = count + 1;
            if (broken) {
                return;
            }
            if (entry.version() != expected) {
                faults.add("entry " + expected + " is missing; found version " + entry.version());
                broken = true;
                return;
            }
            if (!entry.previous().equals(head)) {
                faults.add("entry " + expected + " does not follow the entry before it");
            }
            if (!entry.hash().equals(hashOf(aggregateId, entry))) {
                faults.add("entry " + expected + " was altered");
            }
            head = entry.hash();
            stateHash = entry.stateHash();
            count = expected;
        }

        /** @return what is wrong, in words; empty if the chain, the version and the state agree */
        public List<String> end(long version, String storedStateHash) {
            if (!broken && count != version) {
                faults.add("version " + version + " has " + count + " history entries");
            } else if (!broken && count > 0 && !stateHash.equals(storedStateHash)) {
                faults.add("the state is not the one that entry " + version + " recorded");
            }
            return List.copyOf(faults);
        }
    }

    /** An entry without an internal note has the hash that it had before there were such notes. */
    private static String hashOf(String aggregateId, HistoryEntry e) {
        var sealed = new ArrayList<Object>(List.of(
                aggregateId,
                e.version(),
                e.name(),
                e.actor(),
                e.actorRoles(),
                e.effectiveAt().toString(),
                e.recordedAt().toString(),
                e.from(),
                e.to(),
                e.reason(),
                e.legalBasis(),
                e.stateHash(),
                e.previous()));
        // An entry without old and new values hashes as in the version that had none.
        if (!e.changes().isEmpty()) {
            sealed.add(e.changes().stream()
                    .map(change -> List.of(change.field(), change.before(), change.after()))
                    .toList());
        }
        if (!e.internalNote().isEmpty()) {
            sealed.add(e.internalNote());
        }
        return Sha256.hex(CanonicalForm.of(sealed));
    }

    private static HistoryEntry withHash(HistoryEntry e, String hash) {
        return new HistoryEntry(
                e.version(),
                e.name(),
                e.actor(),
                e.actorRoles(),
                e.effectiveAt(),
                e.recordedAt(),
                e.from(),
                e.to(),
                e.reason(),
                e.legalBasis(),
                e.changes(),
                e.stateHash(),
                e.previous(),
                hash,
                e.internalNote());
    }
}
