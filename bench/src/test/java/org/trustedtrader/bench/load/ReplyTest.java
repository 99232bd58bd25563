package org.trustedtrader.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReplyTest {

    private static final String SIZED = "HTTP/1.1 200 OK\r\nServer: x\r\nContent-Length: 5\r\n\r\nhello";
    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n7\r\n, world\r\n0\r\n\r\n";
    private static final String EMPTY = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";

    private final Reply reply = new Reply();

    @Test
    void isCompleteWithTheLastByteAndNotBefore() {
        for (var answer : new String[] {SIZED, CHUNKED, EMPTY}) {
            for (int piece = 1; piece <= answer.length(); piece++) {
                reply.clear();
                assertThat(completeAfter(answer, piece)).as(answer).isEqualTo(answer.length());
            }
        }
    }

    @Test
    void givesTheBodyWithoutWhatFramesIt() {
        completeAfter(SIZED, 3);
        assertThat(new String(reply.body(), StandardCharsets.US_ASCII)).isEqualTo("hello");
        reply.clear();
        completeAfter(CHUNKED, 3);
        assertThat(new String(reply.body(), StandardCharsets.US_ASCII)).isEqualTo("hello, world");
        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void makesRoomForLongAnswers() {
        var body = "x".repeat(100_000);
        completeAfter("HTTP/1.1 200 OK\r\ncontent-length: " + body.length() + "\r\n\r\n" + body, 4_096);
        assertThat(reply.body()).hasSize(body.length());
    }

    /** @return how many bytes had arrived when it was complete */
    private int completeAfter(String answer, int piece) {
        var bytes = answer.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at < bytes.length; ) {
            var room = reply.room();
            var count = Math.min(Math.min(piece, bytes.length - at), room.length - reply.filled());
            System.arraycopy(bytes, at, room, reply.filled(), count);
            at += count;
            if (reply.received(count)) {
                return at;
            }
        }
        return -1;
    }
}
