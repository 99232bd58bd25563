package org.trustedtrader.border.memory;

import java.util.Arrays;

/**
 * Rows of five numbers in large chunks. A row is written once, before any reader knows of it, and may be used again only long
 * after it was given up, so that a reader that still reads it finds it unchanged. One writer.
 */
final class Rows {

    static final int LONGS = 5;

    private static final int CHUNK_SHIFT = 12;
    private static final int ROWS_PER_CHUNK = 1 << CHUNK_SHIFT;
    private static final int WITHIN = ROWS_PER_CHUNK - 1;

    private volatile long[][] chunks = {};
    private int count;
    private final ReleasedRows released = new ReleasedRows();

    Rows() {}

    /** Those that {@link #copy} wrote out. */
    static Rows of(long[] numbers) {
        var rows = new Rows();
        var chunkLength = ROWS_PER_CHUNK * LONGS;
        rows.chunks = new long[(numbers.length + chunkLength - 1) / chunkLength][chunkLength];
        for (int i = 0; i < rows.chunks.length; i++) {
            var from = i * chunkLength;
            System.arraycopy(numbers, from, rows.chunks[i], 0, Math.min(chunkLength, numbers.length - from));
        }
        rows.count = numbers.length / LONGS;
        return rows;
    }

    /** All rows one after the other. */
    long[] copy() {
        var now = chunks;
        var chunkLength = ROWS_PER_CHUNK * LONGS;
        var numbers = new long[now.length * chunkLength];
        for (int i = 0; i < now.length; i++) {
            System.arraycopy(now[i], 0, numbers, i * chunkLength, chunkLength);
        }
        return numbers;
    }

    /** The chunk in which a row lies; {@link #offset} says where. */
    long[] chunk(int row) {
        return chunks[row >>> CHUNK_SHIFT];
    }

    boolean has(int row) {
        return row >= 0 && row >>> CHUNK_SHIFT < chunks.length;
    }

    static int offset(int row) {
        return (row & WITHIN) * LONGS;
    }

    /** A row that nobody reads. */
    int next() {
        var again = released.poll();
        if (again >= 0) {
            return again;
        }
        if (count == chunks.length << CHUNK_SHIFT) {
            var more = Arrays.copyOf(chunks, chunks.length + 1);
            more[chunks.length] = new long[ROWS_PER_CHUNK * LONGS];
            chunks = more;
        }
        return count++;
    }

    void release(int row) {
        released.add(row);
    }

    long bytes() {
        return (long) chunks.length * ROWS_PER_CHUNK * LONGS * Long.BYTES;
    }

    /** Rows given up, oldest first, each with the time, by the monotonic clock. */
    private static final class ReleasedRows {

        private static final long LONGER_THAN_ANY_LOOKUP = 60_000_000_000L;

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
            if (size == 0 || System.nanoTime() - since[first] < LONGER_THAN_ANY_LOOKUP) {
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
