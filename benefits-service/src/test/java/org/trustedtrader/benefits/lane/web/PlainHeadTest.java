package org.trustedtrader.benefits.lane.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trustedtrader.platform.aggregate.Actor;

/** Only what nobody can read otherwise is read the plain way, and then as the ordinary decoder reads it. */
class PlainHeadTest {

    private static final String TOKEN = "aaaa.bbbb.cccc";
    private static final String LINE = "GET /v1/eligibility/bn15/987654324RM0001 HTTP/1.1\r\n";
    private static final String BEARER = "Authorization: Bearer " + TOKEN + "\r\n";
    private static final String PLAIN = LINE + "Host: b\r\n" + BEARER + "Accept: application/json\r\n\r\n";
    private static final Admitted CALLER =
            new Admitted(new Actor("client:b", Set.of(), Optional.empty()), true, true, true);

    @Test
    void readsOneAfterTheOther() {
        var in = Unpooled.copiedBuffer(PLAIN + PLAIN + "GET", StandardCharsets.US_ASCII);
        for (int i = 0; i < 2; i++) {
            assertThat(PlainHead.read(in, last(), 0)).isEqualTo(new PlainGet("bn15", "987654324RM0001", CALLER, null));
        }
        assertThat(PlainHead.read(in, last(), 0)).isNull();
        assertThat(in.readableBytes()).isEqualTo(3);
    }

    @Test
    void readsHeadersInAnyOrderAndCase() {
        var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        var head = LINE + "traceparent:" + trace + "\r\nUSER-AGENT: a b/1.0 (c)\r\naccept: */*\r\n"
                + BEARER.replace("Authorization", "aUTHORIZATION") + "HOST: b:1\r\n\r\n";
        assertThat(read(head)).isEqualTo(new PlainGet("bn15", "987654324RM0001", CALLER, trace));
    }

    @TestFactory
    Stream<DynamicTest> leavesTheRestToTheOrdinaryDecoder() {
        return Map.ofEntries(
                        Map.entry("another method", PLAIN.replace("GET", "HEAD")),
                        Map.entry("a query", PLAIN.replace(" HTTP", "?at=x HTTP")),
                        Map.entry("an escape", PLAIN.replace("RM0", "%52M0")),
                        Map.entry("another protocol", PLAIN.replace("1.1", "1.0")),
                        Map.entry("one part", PLAIN.replace("bn15/", "")),
                        Map.entry("an empty part", PLAIN.replace("bn15/", "/")),
                        Map.entry("three parts", PLAIN.replace("bn15/", "bn15/x/")),
                        Map.entry("a part too long", PLAIN.replace("bn15/", "x".repeat(65) + "/")),
                        Map.entry("another token", PLAIN.replace("cccc", "cccd")),
                        Map.entry("a longer token", PLAIN.replace("cccc", "ccccc")),
                        Map.entry("a shorter token", PLAIN.replace("cccc", "ccc")),
                        Map.entry("no token", PLAIN.replace(BEARER, "")),
                        Map.entry("two tokens", PLAIN.replace(BEARER, BEARER + BEARER)),
                        Map.entry("small bearer", PLAIN.replace("Bearer", "bearer")),
                        Map.entry("no host", PLAIN.replace("Host: b\r\n", "")),
                        Map.entry("an empty host", PLAIN.replace("Host: b", "Host: ")),
                        Map.entry("two hosts", PLAIN.replace("Host: b\r\n", "Host: b\r\nHost: b\r\n")),
                        Map.entry("another type", PLAIN.replace("application/json", "text/plain")),
                        Map.entry("a length", PLAIN.replace("Host", "Content-Length: 3\r\nHost")),
                        Map.entry("chunks", PLAIN.replace("Host", "Transfer-Encoding: chunked\r\nHost")),
                        Map.entry("an end", PLAIN.replace("Host", "Connection: close\r\nHost")),
                        Map.entry("an expectation", PLAIN.replace("Host", "Expect: 100-continue\r\nHost")),
                        Map.entry("an unknown header", PLAIN.replace("Host", "X-Any: 1\r\nHost")),
                        Map.entry("a folded header", PLAIN.replace("Host: b", "Host: b\r\n c")),
                        Map.entry("a folded agent", PLAIN.replace("Host", "User-Agent: a\r\n b\r\nHost")),
                        Map.entry("a blank before a colon", PLAIN.replace("Host:", "Host :")),
                        Map.entry("bare line feeds", PLAIN.replace("\r\n", "\n")),
                        Map.entry("a bare carriage return", PLAIN.replace("Host: b", "Host: b\rc")),
                        Map.entry("a carriage return for a dash", PLAIN.replace("Host", "User\rAgent: a\r\nHost")),
                        Map.entry("a NUL", PLAIN.replace("Host: b", "Host: b\u0000")),
                        Map.entry("not ASCII", PLAIN.replace("Host: b", "Host: \u00e9")),
                        Map.entry("half of it", PLAIN.substring(0, PLAIN.length() - 1)))
                .entrySet()
                .stream()
                .map(head -> dynamicTest(
                        head.getKey(), () -> assertThat(read(head.getValue())).isNull()));
    }

    @Test
    void forgetsWhenTheTokenIsToBeCheckedAgain() {
        var in = Unpooled.copiedBuffer(PLAIN, StandardCharsets.US_ASCII);
        assertThat(PlainHead.read(in, last(), 1_000)).isNull();
    }

    @Test
    void leavesWhoIsNotAdmittedToTheOrdinaryDecoder() {
        var last = new LastCaller();
        last.is(TOKEN, new Admitted(CALLER.actor(), false, true, true), 1_000);
        assertThat(PlainHead.read(Unpooled.copiedBuffer(PLAIN, StandardCharsets.US_ASCII), last, 0))
                .isNull();
    }

    /** Whatever a changed byte makes of a plain head, the ordinary decoder reads the same address, host and token. */
    @Test
    void neverReadsWhatTheOrdinaryDecoderReadsOtherwise() {
        var random = new Random(7);
        int plain = 0;
        for (int i = 0; i < 20_000; i++) {
            var head = PLAIN.getBytes(StandardCharsets.ISO_8859_1);
            head[random.nextInt(head.length)] = (byte) random.nextInt(256);
            var get = PlainHead.read(Unpooled.wrappedBuffer(head), last(), 0);
            if (get != null) {
                plain++;
                var request = ordinarily(head);
                assertThat(request.decoderResult().isSuccess()).isTrue();
                assertThat(request.uri()).isEqualTo(get.path());
                assertThat(request.headers().getAll("host")).hasSize(1);
                assertThat(request.headers().get("authorization")).isEqualTo("Bearer " + TOKEN);
            }
        }
        assertThat(plain).isGreaterThan(100);
    }

    private static HttpRequest ordinarily(byte[] head) {
        var channel = new EmbeddedChannel(new StrictDecoder(new LastCaller()));
        channel.writeInbound(Unpooled.wrappedBuffer(head));
        HttpRequest request = channel.readInbound();
        channel.finishAndReleaseAll();
        return request;
    }

    private static LastCaller last() {
        var last = new LastCaller();
        last.is(TOKEN, CALLER, 1_000);
        return last;
    }

    private static PlainGet read(String head) {
        return PlainHead.read(Unpooled.copiedBuffer(head, StandardCharsets.ISO_8859_1), last(), 0);
    }
}
