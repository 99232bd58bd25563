package org.trustedtrader.border.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Scheme;

/** Which trader claims which identifier: one writer, readers never wait. Claims are never taken out. */
final class ClaimIndex {

    /** Nobody ever claimed it. */
    static final int ABSENT = IdentifierIndex.ABSENT;

    /** In place of a trader: more than one claims the identifier. */
    static final int DISPUTED = -2;

    private final IdentifierIndex narrow;
    private final IdentifierIndex wide;
    private final Map<Identifier, int[]> disputes = new ConcurrentHashMap<>();

    /** @param expected about how many traders there will be */
    ClaimIndex(int expected) {
        this.narrow = new IdentifierIndex(false, expected * 4);
        this.wide = new IdentifierIndex(true, 0);
    }

    ClaimIndex(int[] narrow, int[] wide, Map<Identifier, int[]> disputes) {
        this.narrow = new IdentifierIndex(false, narrow);
        this.wide = new IdentifierIndex(true, wide);
        this.disputes.putAll(disputes);
    }

    /** @return a trader, {@link #ABSENT} or {@link #DISPUTED} */
    int find(Identifier identifier) {
        return find(identifier.scheme(), identifier.value());
    }

    /** @param text as it was written, well-formed or not */
    int find(Scheme scheme, CharSequence text) {
        var first = IdentifierKey.first(scheme, text);
        return first == IdentifierKey.NONE ? ABSENT : find(scheme, first, IdentifierKey.second(scheme, text));
    }

    /** @param first, second by {@link IdentifierKey}; {@link IdentifierKey#NONE} belongs to no trader */
    int find(Scheme scheme, long first, int second) {
        return index(scheme).get(first, second);
    }

    /** Lets the processor fetch what it takes to find that key. @return of no meaning */
    int touch(Scheme scheme, long first, int second) {
        return index(scheme).touch(first, second);
    }

    /** @param found what {@link #find} answered */
    int[] claimants(Identifier identifier, int found) {
        return switch (found) {
            case ABSENT -> new int[0];
            case DISPUTED -> Objects.requireNonNull(disputes.get(identifier));
            default -> new int[] {found};
        };
    }

    /** Whether no other trader claims any of these. */
    boolean areFreeFor(int trader, Collection<Identifier> identifiers) {
        for (var identifier : identifiers) {
            var claimant = find(identifier);
            if (claimant != ABSENT && claimant != trader) {
                return false;
            }
        }
        return true;
    }

    /** @param disputed called with the trader that claimed it alone until now, before it does no longer */
    void add(Identifier identifier, int trader, IntConsumer disputed) {
        var first = IdentifierKey.first(identifier);
        if (first == IdentifierKey.NONE) {
            return;
        }
        var second = IdentifierKey.second(identifier);
        var index = index(identifier.scheme());
        var claimant = index.get(first, second);
        if (claimant == ABSENT) {
            index.put(first, second, trader);
        } else if (claimant == DISPUTED) {
            disputes.computeIfPresent(identifier, (_, claimants) -> with(claimants, trader));
        } else if (claimant != trader) {
            disputed.accept(claimant);
            disputes.put(identifier, new int[] {claimant, trader});
            index.put(first, second, DISPUTED);
        }
    }

    /** A scan of the whole index: only for the few traders that stop being plain, and for look-ups that are not in a hurry. */
    List<Identifier> of(int trader) {
        var claims = new ArrayList<Identifier>();
        forEach((first, second, claimant) -> {
            if (claimant == trader) {
                claims.add(IdentifierKey.identifier(first, second));
            }
        });
        return claims;
    }

    /** Every claim; in place of a trader {@link #DISPUTED} where several claim it. */
    void forEach(IdentifierIndex.EntryConsumer consumer) {
        narrow.forEach(consumer);
        wide.forEach(consumer);
    }

    int[] narrow() {
        return narrow.copy();
    }

    int[] wide() {
        return wide.copy();
    }

    Map<Identifier, int[]> disputes() {
        return Map.copyOf(disputes);
    }

    long bytes() {
        return narrow.bytes() + wide.bytes();
    }

    private IdentifierIndex index(Scheme scheme) {
        return scheme == Scheme.TIN ? wide : narrow;
    }

    private static int[] with(int[] claimants, int trader) {
        if (Arrays.stream(claimants).anyMatch(c -> c == trader)) {
            return claimants;
        }
        var more = Arrays.copyOf(claimants, claimants.length + 1);
        more[claimants.length] = trader;
        return more;
    }
}
