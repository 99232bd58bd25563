package org.trustedtrader.border.eligibility;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trustedtrader.border.trader.Identifier;

/**
 * What the border needs to know of one trader from some time on: the unit in which status is kept in memory, written to
 * snapshots and fed to copies. Immutable.
 *
 * @param bn9      9-digit business number
 * @param pieces   ascending and without gaps; the last one counts until something changes. What lies before the first one is
 *                 answered from history
 * @param claims   every identifier that the trader holds, held or will hold
 * @param versions the newest version of each aggregate that this follows from, by subject such as {@code company/123456782}
 */
public record TraderState(String bn9, List<Piece> pieces, Set<Identifier> claims, Map<String, Long> versions) {

    public TraderState {
        pieces = List.copyOf(pieces);
        claims = Set.copyOf(claims);
        versions = Map.copyOf(versions);
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("A trader's state needs a piece.");
        }
    }

    /**
     * @param from milliseconds since the epoch, programme time; {@link Long#MIN_VALUE} if it always was so
     * @param held the identifiers that are the trader's then
     */
    public record Piece(long from, Profile profile, Set<Identifier> held) {

        public Piece {
            held = Set.copyOf(held);
        }
    }
}
