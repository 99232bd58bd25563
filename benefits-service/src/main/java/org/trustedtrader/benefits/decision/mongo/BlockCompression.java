package org.trustedtrader.benefits.decision.mongo;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Bytes compressed with Zstandard, rather fast than small. What earlier versions deflated is still read. */
final class BlockCompression {

    private static final int LEVEL = 1;
    private static final int MAGIC = 0xFD2F_B528;

    private BlockCompression() {}

    static byte[] pack(byte[] bytes) {
        return Zstd.compress(bytes, LEVEL);
    }

    static byte[] unpack(byte[] packed, int size) {
        try {
            var bytes = isZstandard(packed) ? Zstd.decompress(packed, size) : inflate(packed, size);
            if (bytes.length != size) {
                throw new IllegalStateException("A block of the journal has " + bytes.length + " bytes, not " + size);
            }
            return bytes;
        } catch (ZstdException | DataFormatException e) {
            throw new IllegalStateException("A block of the journal is damaged", e);
        }
    }

    private static boolean isZstandard(byte[] packed) {
        return packed.length >= Integer.BYTES
                && ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).getInt() == MAGIC;
    }

    private static byte[] inflate(byte[] packed, int size) throws DataFormatException {
        try (var inflater = new Inflater()) {
            inflater.setInput(packed);
            var bytes = new byte[size];
            int read = 0;
            while (read < size) {
                int more = inflater.inflate(bytes, read, size - read);
                if (more == 0) {
                    throw new DataFormatException("It ends after " + read + " bytes of " + size);
                }
                read += more;
            }
            return bytes;
        }
    }
}
