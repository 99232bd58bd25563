package org.trustedtrader.benefits.decision.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** Bytes that grow. Numbers are written in groups of seven bits, lowest first; texts keep every character, valid or not. */
public final class EntryOutput {

    private byte[] bytes;
    private int length;

    public EntryOutput(int expected) {
        bytes = new byte[expected];
    }

    /** The bytes so far, and more; only the first {@link #length} count. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    public void clear() {
        length = 0;
    }

    /** Bytes that are in their form already. */
    public void raw(byte[] encoded) {
        raw(encoded, encoded.length);
    }

    public void raw(byte[] encoded, int count) {
        need(count);
        System.arraycopy(encoded, 0, bytes, length, count);
        length += count;
    }

    public void octet(int value) {
        need(1);
        bytes[length++] = (byte) value;
    }

    /** @param value small numbers take few bytes, negative ones ten */
    public void number(long value) {
        need(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    public void fixed(long value) {
        need(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (value >>> shift);
        }
    }

    public void text(String text) {
        int size = text.length();
        need(10 + 2 * size);
        int before = length;
        number((long) size << 1);
        if (!copyAscii(text)) {
            length = before;
            number((long) size << 1 | 1);
            for (int i = 0; i < size; i++) {
                bytes[length++] = (byte) (text.charAt(i) >>> 8);
                bytes[length++] = (byte) text.charAt(i);
            }
        }
    }

    public void instant(Instant instant) {
        long seconds = instant.getEpochSecond();
        number(seconds << 1 ^ seconds >> 63);
        number(instant.getNano());
    }

    public void duration(Duration duration) {
        long seconds = duration.getSeconds();
        number(seconds << 1 ^ seconds >> 63);
        number(duration.getNano());
    }

    private boolean copyAscii(String text) {
        int size = text.length();
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c > 0x7F) {
                return false;
            }
            bytes[length + i] = (byte) c;
        }
        length += size;
        return true;
    }

    private void need(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
