package org.trustedtrader.benefits.recognition;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * What a partner says of a list beside its rows.
 *
 * @param sequence one more with every list that the partner draws
 * @param drawnAt  when the partner drew it, UTC
 * @param checksum SHA-256 of the body, 64 small hexadecimal digits
 */
public record ListHeader(Kind kind, long sequence, Instant drawnAt, String checksum) {

    /** Everybody, or only what has changed since the list before. */
    public enum Kind {
        FULL,
        DELTA
    }

    /** The same list has the same id, however often it is sent. */
    public String id(String partner) {
        var named = partner + '\n' + kind + '\n' + sequence + '\n' + drawnAt + '\n' + checksum;
        return UUID.nameUUIDFromBytes(named.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
