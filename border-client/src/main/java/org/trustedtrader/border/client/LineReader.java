package org.trustedtrader.border.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.trustedtrader.border.feed.UntrustedFeedException;

/** Whole lines out of bytes. What is left at the end without a line end is no line. */
final class LineReader {

    private static final int LONGEST = 64 << 20;

    private LineReader() {}

    /** Takes one line after the other. */
    @FunctionalInterface
    interface LineConsumer {
        void take(String line) throws UntrustedFeedException, IOException;
    }

    /** @return how many bytes the whole lines had, with their ends */
    static long read(InputStream bytes, LineConsumer consumer) throws IOException, UntrustedFeedException {
        var buffer = new byte[1 << 16];
        var line = new ByteArrayOutputStream();
        long whole = 0;
        for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
            var start = 0;
            for (int i = 0; i < count; i++) {
                if (buffer[i] == '\n') {
                    line.write(buffer, start, i - start);
                    start = i + 1;
                    whole += line.size() + 1;
                    consumer.take(line.toString(StandardCharsets.ISO_8859_1));
                    line.reset();
                }
            }
            line.write(buffer, start, count - start);
            if (line.size() > LONGEST) {
                throw new UntrustedFeedException("a line has more than " + LONGEST + " bytes");
            }
        }
        return whole;
    }
}
