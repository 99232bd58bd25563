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

    /** Those that {@link #copy} wrote out. */
    static Rows of(long[] numbers) {
        var rows = new Rows();
        var pieceLength = ROWS_PER_PIECE * LONGS;
        rows.pieces = new long[(numbers.length + pieceLength - 1) / pieceLength][pieceLength];
        for (int i = 0; i < rows.pieces.length; i++) {
            var from = i * pieceLength;
            System.arraycopy(numbers, from, rows.pieces[i], 0, Math.min(pieceLength, numbers.length - from));
        }
        rows.count = numbers.length / LONGS;
        return rows;
    }

    /** All rows one after the other. */
    long[] copy() {
        var now = pieces;
        var pieceLength = ROWS_PER_PIECE * LONGS;
        var numbers = new long[now.length * pieceLength];
        for (int i = 0; i < now.length; i++) {
            System.arraycopy(now[i], 0, numbers, i * pieceLength, pieceLength);
        }
        return numbers;
    }

    /** The piece in which a row lies; {@link #offset} says where. */
    long[] piece(int row) {
        return pieces[row >>> PIECE_SHIFT];
    }

    boolean has(int row) {
        return row >= 0 && row >>> PIECE_SHIFT < pieces.length;
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

    long bytes() {
        return (long) pieces.length * ROWS_PER_PIECE * LONGS * Long.BYTES;
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
