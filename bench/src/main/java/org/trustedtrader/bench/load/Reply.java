package org.trustedtrader.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One HTTP/1.1 answer as it arrives in pieces, with a length or in chunks. */
final class Reply {

    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[16_384];
    private int filled;
    private int body = -1;
    private int end = -1;
    private int chunk;
    private boolean chunked;

    void clear() {
        filled = 0;
        body = -1;
        end = -1;
        chunked = false;
    }

    /** Where the next bytes go; at least one fits. */
    byte[] room() {
        if (filled == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        return bytes;
    }

    int filled() {
        return filled;
    }

    /** @return whether the answer is complete */
    boolean received(int more) {
        filled += more;
        if (body < 0) {
            readHead(Math.max(0, filled - more - END_OF_HEAD.length));
        }
        if (chunked && end < 0) {
            readChunks();
        }
        return end >= 0 && filled >= end;
    }

    int status() {
        return Integer.parseInt(ascii(9, 12));
    }

    byte[] body() {
        if (!chunked) {
            return Arrays.copyOfRange(bytes, body, end);
        }
        var whole = new byte[end - body];
        var length = 0;
        for (int at = body; size(at) > 0; at = afterChunk(at)) {
            System.arraycopy(bytes, afterLine(at), whole, length, size(at));
            length += size(at);
        }
        return Arrays.copyOf(whole, length);
    }

    private void readHead(int from) {
        for (int at = from; at <= filled - END_OF_HEAD.length; at++) {
            if (Arrays.equals(bytes, at, at + END_OF_HEAD.length, END_OF_HEAD, 0, END_OF_HEAD.length)) {
                body = at + END_OF_HEAD.length;
                readLength(ascii(0, at).toLowerCase(java.util.Locale.ROOT));
                return;
            }
        }
    }

    private void readLength(String head) {
        var length = head.indexOf("\r\ncontent-length:");
        if (length >= 0) {
            var line = head.substring(length + 17).split("\r\n", 2)[0];
            end = body + Integer.parseInt(line.trim());
        } else if (head.contains("\r\ntransfer-encoding: chunked")) {
            chunked = true;
            chunk = body;
        } else {
            end = body;
        }
    }

    private void readChunks() {
        while (afterLine(chunk) > 0) {
            var next = afterChunk(chunk);
            if (next > filled) {
                return;
            }
            if (size(chunk) == 0) {
                end = next;
                return;
            }
            chunk = next;
        }
    }

    private int afterChunk(int at) {
        return afterLine(at) + size(at) + 2;
    }

    private int size(int at) {
        return Integer.parseInt(ascii(at, afterLine(at) - 2), 16);
    }

    /** Zero while the line is not there whole. */
    private int afterLine(int at) {
        for (int i = at; i + 1 < filled; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
                return i + 2;
            }
        }
        return 0;
    }

    private String ascii(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }
}
