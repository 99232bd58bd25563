package org.trustedtrader.benefits.lane.web;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.FastThreadLocal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads the head of a {@link PlainGet}: whole, without a query, every header one of five, each at most once, with nothing in
 * it that two readers might take differently. Of any other head it says nothing; the ordinary decoder reads that from its
 * beginning.
 */
final class PlainHead {

    private static final int LONGEST = 4_096;
    private static final byte[] START = ascii("GET /v1/eligibility/");
    private static final byte[] VERSION = ascii(" HTTP/1.1\r\n");
    private static final byte[] LINE_END = ascii("\r\n");
    private static final byte[] BEARER = ascii("Bearer ");
    private static final byte[] ANYTHING = ascii("*/*\r\n");
    private static final byte[] JSON = ascii("application/json\r\n");
    private static final byte[] AUTHORIZATION = ascii("authorization:");
    private static final byte[] ACCEPT = ascii("accept:");
    private static final byte[] TRACEPARENT = ascii("traceparent:");
    private static final byte[] HOST = ascii("host:");
    private static final byte[] USER_AGENT = ascii("user-agent:");

    private static final FastThreadLocal<PlainHead> READERS = new FastThreadLocal<>() {
        @Override
        protected PlainHead initialValue() {
            return new PlainHead();
        }
    };

    private final byte[] bytes = new byte[LONGEST];
    private int end;
    private int at;

    private PlainHead() {}

    /** Takes it from the buffer if it is one. @return null if it is not, or not all of it is there */
    static @Nullable PlainGet read(ByteBuf in, LastCaller last, long nowMillis) {
        if (last.tokenLength() == 0) {
            return null;
        }
        var reader = READERS.get();
        reader.end = Math.min(in.readableBytes(), LONGEST);
        reader.at = 0;
        in.getBytes(in.readerIndex(), reader.bytes, 0, reader.end);
        var get = reader.read(last, nowMillis);
        if (get != null) {
            in.skipBytes(reader.at);
        }
        return get;
    }

    private @Nullable PlainGet read(LastCaller last, long nowMillis) {
        if (!takes(START)) {
            return null;
        }
        int scheme = at;
        int schemeEnd = part();
        if (schemeEnd == scheme || at == end || bytes[at++] != '/') {
            return null;
        }
        int id = at;
        int idEnd = part();
        if (idEnd == id || !takes(VERSION)) {
            return null;
        }
        boolean host = false;
        boolean accept = false;
        boolean agent = false;
        Admitted caller = null;
        String traceparent = null;
        while (!takes(LINE_END)) {
            boolean read;
            if (!host && isNamed(HOST)) {
                read = host = value('!') > 0;
            } else if (caller == null && isNamed(AUTHORIZATION)) {
                caller = caller(last, nowMillis);
                read = caller != null;
            } else if (!accept && isNamed(ACCEPT)) {
                read = accept = takes(JSON) || takes(ANYTHING);
            } else if (!agent && isNamed(USER_AGENT)) {
                read = agent = value(' ') > 0;
            } else if (traceparent == null && isNamed(TRACEPARENT)) {
                int from = at;
                int length = value('!');
                traceparent = text(from, from + length);
                read = length > 0;
            } else {
                read = false;
            }
            if (!read) {
                return null;
            }
        }
        return host && caller != null && caller.toSingle()
                ? new PlainGet(text(scheme, schemeEnd), text(id, idEnd), caller, traceparent)
                : null;
    }

    private @Nullable Admitted caller(LastCaller last, long nowMillis) {
        if (!takes(BEARER) || end - at < last.tokenLength()) {
            return null;
        }
        int token = at;
        at += last.tokenLength();
        return takes(LINE_END) ? last.of(bytes, token, token + last.tokenLength(), nowMillis) : null;
    }

    /** @return where the part of the path ends that begins here */
    private int part() {
        int most = Math.min(end, at + Address.LONGEST_PART + 1);
        int from = at;
        while (at < most && Address.isPlain((char) bytes[at])) {
            at++;
        }
        return at - from > Address.LONGEST_PART ? from : at;
    }

    /** Whether a header of that name begins here; then its name and the one blank after it are behind. */
    private boolean isNamed(byte[] name) {
        if (end - at <= name.length) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            byte b = bytes[at + i];
            if (b != name[i] && !(b >= 'A' && b <= 'Z' && b + ' ' == name[i])) {
                return false;
            }
        }
        at += name.length;
        if (bytes[at] == ' ') {
            at++;
        }
        return true;
    }

    /** Steps over a header's value and the end of its line. @return how long the value is; 0 if it is not plain */
    private int value(char lowest) {
        int from = at;
        while (at < end && bytes[at] >= lowest && bytes[at] < 0x7f) {
            at++;
        }
        int length = at - from;
        return takes(LINE_END) ? length : 0;
    }

    private boolean takes(byte[] expected) {
        if (end - at < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (bytes[at + i] != expected[i]) {
                return false;
            }
        }
        at += expected.length;
        return true;
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
