package org.trustedtrader.benefits.decision.mongo;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes compressed, rather fast than small. */
final class Packed {

    private Packed() {}

    static byte[] pack(byte[] bytes) {
        try (var deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(bytes);
            deflater.finish();
            var packed = new ByteArrayOutputStream(bytes.length / 2 + 64);
            var buffer = new byte[8_192];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        }
    }

    static byte[] unpack(byte[] packed, int size) {
        try (var inflater = new Inflater()) {
            inflater.setInput(packed);
            var bytes = new byte[size];
            int read = 0;
            while (read < size && !inflater.finished()) {
                int more = inflater.inflate(bytes, read, size - read);
                if (more == 0) {
                    break;
                }
                read += more;
            }
            if (read != size) {
                throw new IllegalStateException("A block of the journal has " + read + " bytes instead of " + size);
            }
            return bytes;
        } catch (DataFormatException e) {
            throw new IllegalStateException("A block of the journal is damaged", e);
        }
    }
}
