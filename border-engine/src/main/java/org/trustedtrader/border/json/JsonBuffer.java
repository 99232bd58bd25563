package org.trustedtrader.border.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * JSON text in UTF-8 that grows, and is used again after {@link #clear()}. It knows how values are written, not where commas
 * belong. Not for several threads at once.
 */
public final class JsonBuffer {

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LOWER_HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int UUID_TEXT = 36;
    private static final int LONGEST_NUMBER = 20;
    private static final int LONGEST_TIME = 32;

    private byte[] bytes;
    private int length;

    public JsonBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    public void clear() {
        length = 0;
    }

    public int length() {
        return length;
    }

    /** What was written, valid until something else is; only the first {@link #length()} bytes count. */
    public byte[] array() {
        return bytes;
    }

    /** Text that is JSON already, such as {@code {"id":}. */
    public JsonBuffer raw(byte[] json) {
        room(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
        return this;
    }

    public JsonBuffer raw(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /** Leaves room for that many bytes, which are filled in later. @return where in {@link #array()} they begin */
    public int leave(int count) {
        room(count);
        length += count;
        return length - count;
    }

    /** A comma between values: none before the first. */
    public JsonBuffer comma(boolean needed) {
        return needed ? raw(',') : this;
    }

    /** A text in quotes. Half a surrogate pair becomes a question mark. */
    public JsonBuffer text(String text) {
        room(text.length() + 2);
        bytes[length++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                return rest(text, i);
            }
            bytes[length++] = (byte) c;
        }
        bytes[length++] = '"';
        return this;
    }

    private JsonBuffer rest(String text, int from) {
        for (byte b : text.substring(from).getBytes(StandardCharsets.UTF_8)) {
            room(6);
            if (b == '"' || b == '\\') {
                bytes[length++] = '\\';
                bytes[length++] = b;
            } else if (b >= 0 && b < ' ') {
                control(b);
            } else {
                bytes[length++] = b;
            }
        }
        return raw('"');
    }

    private void control(byte b) {
        bytes[length++] = '\\';
        int shorthand = "\b\t\n\f\r".indexOf(b);
        if (shorthand >= 0) {
            bytes[length++] = (byte) "btnfr".charAt(shorthand);
            return;
        }
        bytes[length++] = 'u';
        bytes[length++] = '0';
        bytes[length++] = '0';
        bytes[length++] = HEX[b >> 4];
        bytes[length++] = HEX[b & 15];
    }

    public JsonBuffer number(long value) {
        if (value < 0) {
            return raw(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
        }
        room(LONGEST_NUMBER);
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        digits(value, digits);
        return this;
    }

    /** The last so many digits of a number that is not negative, without quotes. */
    public JsonBuffer digits(int value, int count) {
        room(count);
        digits((long) value, count);
        return this;
    }

    /** A UUID without quotes. */
    public JsonBuffer uuid(long high, long low) {
        room(UUID_TEXT);
        hex(high >>> 32, 8);
        bytes[length++] = '-';
        hex(high >>> 16, 4);
        bytes[length++] = '-';
        hex(high, 4);
        bytes[length++] = '-';
        hex(low >>> 48, 4);
        bytes[length++] = '-';
        hex(low, 12);
        return this;
    }

    private void hex(long value, int count) {
        long rest = value;
        for (int i = length + count - 1; i >= length; i--) {
            bytes[i] = LOWER_HEX[(int) rest & 15];
            rest >>>= 4;
        }
        length += count;
    }

    /** A time in quotes, as {@link Instant#toString()} writes it: the fraction in none, 3, 6 or 9 digits. */
    public JsonBuffer time(Instant time) {
        return time(time.getEpochSecond(), time.getNano());
    }

    /** @param second since the epoch */
    public JsonBuffer time(long second, int nano) {
        long day = Math.floorDiv(second, 86_400);
        var date = CivilDate.ofEpochDay(day);
        if (date.year() < 0 || date.year() > 9_999) {
            return text(Instant.ofEpochSecond(second, nano).toString());
        }
        room(LONGEST_TIME);
        bytes[length++] = '"';
        digits(date.year(), 4);
        bytes[length++] = '-';
        digits(date.month(), 2);
        bytes[length++] = '-';
        digits(date.day(), 2);
        bytes[length++] = 'T';
        clock((int) (second - day * 86_400));
        fraction(nano);
        bytes[length++] = 'Z';
        bytes[length++] = '"';
        return this;
    }

    private void clock(int secondOfDay) {
        digits(secondOfDay / 3_600, 2);
        bytes[length++] = ':';
        digits(secondOfDay / 60 % 60, 2);
        bytes[length++] = ':';
        digits(secondOfDay % 60, 2);
    }

    private void fraction(int nano) {
        if (nano == 0) {
            return;
        }
        bytes[length++] = '.';
        if (nano % 1_000_000 == 0) {
            digits(nano / 1_000_000, 3);
        } else if (nano % 1_000 == 0) {
            digits(nano / 1_000, 6);
        } else {
            digits(nano, 9);
        }
    }

    private void digits(long value, int count) {
        long rest = value;
        for (int i = length + count - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
