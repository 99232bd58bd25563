package org.trustedtrader.border.eligibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.trustedtrader.border.trader.Identifier;
import org.trustedtrader.border.trader.Revision;
import org.trustedtrader.border.trader.Scheme;

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

        Piece with(Profile other) {
            return new Piece(from, other, held);
        }

        public boolean same(Piece other) {
            return profile.equals(other.profile) && held.equals(other.held);
        }
    }

    /** Whether all that counts, now or later, was understood, is stored and follows no gap. */
    public boolean isSettled() {
        return pieces.stream().allMatch(piece -> piece.profile().isSettled());
    }

    /** Whether that time lies before all that is known here. */
    public boolean beginsAfter(long millis) {
        return pieces.getFirst().from() > millis;
    }

    /** @param millis not before the first piece */
    public Piece at(long millis) {
        return pieces.get(pieceAt(millis));
    }

    /** The index of the piece that counts at that time, which does not lie before the first one. */
    public int pieceAt(long millis) {
        var piece = pieces.size() - 1;
        while (pieces.get(piece).from() > millis) {
            piece--;
        }
        return piece;
    }

    /** When that piece ends, milliseconds; {@link Long#MAX_VALUE} for the last one. */
    public long endOf(int piece) {
        return piece + 1 < pieces.size() ? pieces.get(piece + 1).from() : Long.MAX_VALUE;
    }

    /**
     * From the time on from which that version counts, worth no more than what the profile becomes by it. If versions are
     * missing below it, what lies before is uncertain wherever it grants something.
     */
    public TraderState narrowed(Revision version, UnaryOperator<Profile> heard) {
        var narrowed = changed(
                version, piece -> piece.with(new Profile.NotBeyond(piece.profile(), heard.apply(piece.profile()))));
        if (version.version() <= versions.getOrDefault(version.subject(), 0L) + 1) {
            return narrowed;
        }
        var uncertain = narrowed.pieces().stream()
                .map(piece -> piece.from() >= version.effectiveMillis()
                        ? piece
                        : piece.with(new Profile.AcrossGap(piece.profile(), heard.apply(piece.profile()))))
                .toList();
        return new TraderState(bn9, uncertain, claims, narrowed.versions());
    }

    /** From the time on from which that version counts, holding none but those identifiers and those of the programme. */
    public TraderState restricted(Revision version, Set<Identifier> held) {
        return changed(
                version,
                piece -> new Piece(
                        piece.from(),
                        piece.profile(),
                        piece.held().stream()
                                .filter(i ->
                                        i.scheme() == Scheme.BN9 || i.scheme() == Scheme.MEMBERSHIP || held.contains(i))
                                .collect(Collectors.toUnmodifiableSet())));
    }

    /** Whether every piece of this holds what the other one holds at that time. */
    public boolean holdsTheSameAs(TraderState other) {
        return pieces.stream()
                .allMatch(piece -> !other.beginsAfter(piece.from())
                        && piece.held().equals(other.at(piece.from()).held()));
    }

    /** From that time on, each piece changed; a version that was heard is among those that this follows from. */
    private TraderState changed(Revision version, UnaryOperator<Piece> change) {
        var millis = version.effectiveMillis();
        var changed = new ArrayList<Piece>();
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            if (endOf(i) <= millis) {
                changed.add(piece);
                continue;
            }
            if (piece.from() < millis) {
                changed.add(piece);
                piece = new Piece(millis, piece.profile(), piece.held());
            }
            changed.add(change.apply(piece));
        }
        var seen = new HashMap<>(versions);
        seen.merge(version.subject(), version.version(), Math::max);
        return new TraderState(bn9, changed, claims, seen);
    }
}
