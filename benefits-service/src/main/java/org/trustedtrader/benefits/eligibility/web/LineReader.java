package org.trustedtrader.benefits.eligibility.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a body, one at a time; never more of it in memory than a line may be long. */
final class LineReader {

    /** Stands for a line that is too long, whose rest was passed over. */
    static final byte[] TOO_LONG = {};

    private final InputStream body;
    private final int longest;

    LineReader(InputStream body, int longest) {
        this.body = new BufferedInputStream(body, 16_384);
        this.longest = longest;
    }

    /** Without its end; null after the last one. */
    byte @Nullable [] next() throws IOException {
        var line = new ByteArrayOutputStream(128);
        var length = 0;
        int next;
        while ((next = body.read()) >= 0 && next != '\n') {
            length++;
            if (length <= longest) {
                line.write(next);
            }
        }
        if (next < 0 && length == 0) {
            return null;
        }
        return length > longest ? TOO_LONG : line.toByteArray();
    }

    /** Whether more has arrived already; if not, the client may be waiting for the answers to the lines so far. */
    boolean hasMore() throws IOException {
        return body.available() > 0;
    }
}
