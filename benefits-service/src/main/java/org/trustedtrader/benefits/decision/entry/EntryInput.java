package org.trustedtrader.benefits.decision.entry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Reads what {@link EntryOutput} wrote. */
final class EntryInput {

    private final ByteBuffer bytes;

    EntryInput(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    int octet() {
        return bytes.get() & 0xFF;
    }

    long number() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    int count() {
        return Math.toIntExact(number());
    }

    long fixed() {
        return bytes.getLong();
    }

    String text() {
        int size = count();
        return (size & 1) == 0 ? ascii(size >>> 1) : wide(size >>> 1);
    }

    Instant instant() {
        return Instant.ofEpochSecond(signed(), number());
    }

    Duration duration() {
        return Duration.ofSeconds(signed(), number());
    }

    private long signed() {
        long folded = number();
        return folded >>> 1 ^ -(folded & 1);
    }

    private String ascii(int size) {
        var characters = new byte[size];
        bytes.get(characters);
        return new String(characters, StandardCharsets.ISO_8859_1);
    }

    /** Not by a charset, which would replace half a surrogate pair. */
    private String wide(int size) {
        var characters = new char[size];
        for (int i = 0; i < size; i++) {
            characters[i] = bytes.getChar();
        }
        return new String(characters);
    }
}
