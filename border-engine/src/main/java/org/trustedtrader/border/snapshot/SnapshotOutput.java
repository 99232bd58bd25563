package org.trustedtrader.border.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/** Writes numbers and arrays, each array with its length before it, little-endian, and at the end a CRC-32C of it all. */
final class SnapshotOutput {

    private static final int BUFFER_BYTES = 1 << 20;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();

    SnapshotOutput(FileChannel channel) {
        this.channel = channel;
    }

    void longs(long... numbers) throws IOException {
        for (var number : numbers) {
            room(Long.BYTES).putLong(number);
        }
    }

    void array(long[] numbers) throws IOException {
        longs(numbers.length);
        longs(numbers);
    }

    void array(int[] numbers) throws IOException {
        longs(numbers.length);
        for (var number : numbers) {
            room(Integer.BYTES).putInt(number);
        }
    }

    void bytes(byte[] bytes) throws IOException {
        longs(bytes.length);
        for (int from = 0; from < bytes.length; ) {
            var to = Math.min(bytes.length, from + room(1).remaining());
            buffer.put(bytes, from, to - from);
            from = to;
        }
    }

    void end() throws IOException {
        flush();
        buffer.putLong(checksum.getValue()).flip();
        drain();
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        buffer.flip();
        checksum.update(buffer.duplicate());
        drain();
    }

    private void drain() throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }
}
