package org.trustedtrader.benefits.decision;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a decision is called: the run of the journal that recorded it and its place there. Written as 22 letters, digits,
 * {@code -} and {@code _}: base64url of the 128 bits, without padding.
 *
 * @param run   a random number, new whenever a journal is opened
 * @param place grows within a run, not by ones
 */
public record DecisionId(long run, long place) {

    public static final int LENGTH = 22;

    private static final byte[] LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VALUES = values();

    /** Empty for everything that is not the one written form of an id. */
    public static Optional<DecisionId> parse(String text) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        long run = 0;
        long place = 0;
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            int value = c < VALUES.length ? VALUES[c] : -1;
            if (value < 0) {
                return Optional.empty();
            }
            int bits = i < LENGTH - 1 ? 6 : 2;
            run = run << bits | place >>> Long.SIZE - bits;
            place = place << bits | value >>> 6 - bits;
        }
        var id = new DecisionId(run, place);
        return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
    }

    /** Writes the 22 ASCII characters there. */
    public void write(byte[] target, int offset) {
        long high = run;
        long low = place;
        for (int i = 0; i < LENGTH; i++) {
            target[offset + i] = LETTERS[(int) (high >>> Long.SIZE - 6)];
            high = high << 6 | low >>> Long.SIZE - 6;
            low <<= 6;
        }
    }

    @Override
    public String toString() {
        var text = new byte[LENGTH];
        write(text, 0);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static byte[] values() {
        var values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < LETTERS.length; i++) {
            values[LETTERS[i]] = (byte) i;
        }
        return values;
    }
}
