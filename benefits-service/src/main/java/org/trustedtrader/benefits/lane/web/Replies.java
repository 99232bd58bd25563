package org.trustedtrader.benefits.lane.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.trustedtrader.border.json.JsonBytes;
import org.trustedtrader.platform.message.Languages;
import org.trustedtrader.platform.problem.Problem;
import org.trustedtrader.platform.web.ProblemWriter;

/** Whole HTTP answers, head and body in one buffer, with the headers that the standard chain sends. */
final class Replies {

    private static final String FOR_SAFETY = """
            X-Content-Type-Options: nosniff\r
            X-XSS-Protection: 0\r
            Cache-Control: no-cache, no-store, max-age=0, must-revalidate\r
            Pragma: no-cache\r
            Expires: 0\r
            X-Frame-Options: DENY\r
            """;
    private static final byte[] SAFETY = ascii(FOR_SAFETY);
    private static final byte[] OK = ascii("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + FOR_SAFETY);
    private static final byte[] CLOSE = ascii("Connection: close\r\n");
    private static final byte[] TRACE = ascii("Trace-Id: ");
    private static final byte[] END = ascii("\r\n\r\n");
    private static final int HEAD = 512;

    private final ProblemWriter problems;
    private volatile Second second = Second.of(0);

    Replies(ProblemWriter problems) {
        this.problems = problems;
    }

    /** From the end of the trace's id to the length: the date as HTTP writes it, made once a second. */
    private record Second(long number, byte[] text) {
        private static Second of(long number) {
            var time = Instant.ofEpochSecond(number).atOffset(ZoneOffset.UTC);
            var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(time);
            return new Second(number, ascii("\r\nDate: " + date + "\r\nContent-Length: "));
        }
    }

    /** How a reply is to be sent. @param headOnly for HEAD: the length is said, the body is not sent */
    record Manner(byte[] traceId, boolean close, boolean headOnly) {}

    ByteBuf ok(ByteBufAllocator allocator, JsonBytes json, Manner manner) {
        ByteBuf reply = allocator.directBuffer(HEAD + json.length());
        reply.writeBytes(OK);
        return end(reply, manner, json.array(), json.length());
    }

    ByteBuf problem(ByteBufAllocator allocator, Problem problem, String path, Manner manner) {
        byte[] body = problems.document(
                problem, Languages.ENGLISH, path, new String(manner.traceId(), StandardCharsets.US_ASCII));
        Map<String, String> headers = new TreeMap<>(problem.headers());
        headers.put("Content-Type", "application/problem+json");
        ByteBuf reply = allocator.directBuffer(HEAD + body.length);
        head(reply, problem.status(), headers);
        reply.writeBytes(SAFETY);
        return end(reply, manner, body, body.length);
    }

    /** What the standard chain has said, with its own trace id and headers. */
    ByteBuf passedOn(ByteBufAllocator allocator, StandardChain.Said said, boolean close, boolean headOnly) {
        ByteBuf reply = allocator.directBuffer(HEAD * 2 + said.body().length);
        head(reply, said.status(), said.headers());
        if (close) {
            reply.writeBytes(CLOSE);
        }
        ByteBufUtil.writeAscii(reply, "Content-Length: " + said.body().length);
        reply.writeBytes(END);
        return headOnly ? reply : reply.writeBytes(said.body());
    }

    private static void head(ByteBuf reply, int status, Map<String, String> headers) {
        ByteBufUtil.writeAscii(reply, "HTTP/1.1 " + HttpResponseStatus.valueOf(status) + "\r\n");
        headers.forEach((name, value) -> ByteBufUtil.writeAscii(reply, name + ": " + value + "\r\n"));
    }

    private ByteBuf end(ByteBuf reply, Manner manner, byte[] body, int length) {
        if (manner.close()) {
            reply.writeBytes(CLOSE);
        }
        reply.writeBytes(TRACE).writeBytes(manner.traceId());
        reply.writeBytes(date());
        ByteBufUtil.writeAscii(reply, Integer.toString(length));
        reply.writeBytes(END);
        return manner.headOnly() ? reply : reply.writeBytes(body, 0, length);
    }

    private byte[] date() {
        long now = System.currentTimeMillis() / 1_000;
        Second known = second;
        if (known.number() != now) {
            known = Second.of(now);
            second = known;
        }
        return known.text();
    }

    private static byte[] ascii(String text) {
        return AsciiString.of(text).toByteArray();
    }
}
