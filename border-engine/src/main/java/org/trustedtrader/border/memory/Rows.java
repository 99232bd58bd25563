package org.trustedtrader.border.memory;

import java.util.Arrays;

/**
 * Rows of five numbers in large pieces. A row is written once, before anybody is told of it, and may be used again only long
 * after it was given up, so that a reader that still looks at it finds it unchanged. One writer.
 */
final class Rows {

    static final int LONGS = 5;

    private static final int PIECE_SHIFT = 12;
    private static final int ROWS_PER_PIECE = 1 << PIECE_SHIFT;
    private static final int WITHIN = ROWS_PER_PIECE - 1;

    private volatile long[][] pieces = {};
    private int count;
    private final GivenUp givenUp = new GivenUp();

    Rows() {}

    Rows(long[][] pieces, int count) {
        this.pieces = pieces;
        this.count = count;
    }

    /** The piece in which a row lies; {@link #offset} says where. */
    long[] piece(int row) {
        return pieces[row >>> PIECE_SHIFT];
    }

    static int offset(int row) {
        return (row & WITHIN) * LONGS;
    }

    /** A row that nobody looks at. */
    int next() {
        var again = givenUp.poll();
        if (again >= 0) {
            return again;
        }
        if (count == pieces.length << PIECE_SHIFT) {
            var more = Arrays.copyOf(pieces, pieces.length + 1);
            more[pieces.length] = new long[ROWS_PER_PIECE * LONGS];
            pieces = more;
        }
        return count++;
    }

    void giveUp(int row) {
        givenUp.add(row);
    }

    int count() {
        return count;
    }

    long[][] pieces() {
        return pieces;
    }

    static int piecesFor(int rows) {
        return (rows + WITHIN) >>> PIECE_SHIFT;
    }

    static int pieceLength() {
        return ROWS_PER_PIECE * LONGS;
    }

    long bytes() {
        return (long) pieces.length * pieceLength() * Long.BYTES;
    }

    /** Rows given up, oldest first, each with the time, by the monotonic clock. */
    private static final class GivenUp {

        private static final long LONGER_THAN_ANY_LOOK = 60_000_000_000L;

        private int[] rows = new int[256];
        private long[] since = new long[256];
        private int first;
        private int size;

        void add(int row) {
            if (size == rows.length) {
                grow();
            }
            var i = (first + size++) % rows.length;
            rows[i] = row;
            since[i] = System.nanoTime();
        }

        /** @return -1 if none was given up long enough ago */
        int poll() {
            if (size == 0 || System.nanoTime() - since[first] < LONGER_THAN_ANY_LOOK) {
                return -1;
            }
            var row = rows[first];
            first = (first + 1) % rows.length;
            size--;
            return row;
        }

        private void grow() {
            var more = new int[rows.length * 2];
            var moreSince = new long[rows.length * 2];
            for (int i = 0; i < size; i++) {
                more[i] = rows[(first + i) % rows.length];
                moreSince[i] = since[(first + i) % rows.length];
            }
            rows = more;
            since = moreSince;
            first = 0;
        }
    }
}
