package org.trustedtrader.border.snapshot;

import java.nio.ByteBuffer;

/** Reads what {@link SnapshotOutput} wrote, whose checksum was found right. */
final class SnapshotInput {

    private final ByteBuffer mapped;

    SnapshotInput(ByteBuffer mapped) {
        this.mapped = mapped;
    }

    void skip(int bytes) {
        mapped.position(mapped.position() + bytes);
    }

    long[] longs() {
        var numbers = new long[length()];
        mapped.asLongBuffer().get(numbers);
        skip(numbers.length * Long.BYTES);
        return numbers;
    }

    int[] ints() {
        var numbers = new int[length()];
        mapped.asIntBuffer().get(numbers);
        skip(numbers.length * Integer.BYTES);
        return numbers;
    }

    byte[] bytes() {
        var bytes = new byte[length()];
        mapped.get(bytes);
        return bytes;
    }

    private int length() {
        return Math.toIntExact(mapped.getLong());
    }
}
