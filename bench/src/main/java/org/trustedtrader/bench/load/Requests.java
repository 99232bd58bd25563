package org.trustedtrader.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Requests that differ in the middle only, sent one after the other and again from the beginning.
 *
 * @param port    on loopback
 * @param middles one line each
 * @param weight  how many questions each request asks
 */
public record Requests(int port, String head, List<String> middles, String tail, int weight) {

    public Requests {
        middles = List.copyOf(middles);
    }

    public static Requests get(int port, String before, List<String> middles, String headers) {
        return new Requests(
                port, "GET " + before, middles, " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + headers + "\r\n", 1);
    }

    /** Bodies are filled up with blanks, which JSON ignores, so that all have one length. */
    public static Requests post(int port, String path, List<String> bodies, String headers, int weight) {
        var longest = bodies.stream().mapToInt(String::length).max().orElse(0);
        var head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + headers
                + "Content-Type: application/json\r\nContent-Length: " + longest + "\r\n\r\n";
        var padded = bodies.stream()
                .map(body -> body + " ".repeat(longest - body.length()))
                .toList();
        return new Requests(port, head, padded, "", weight);
    }

    byte[] bytes(long number) {
        return (head + middles.get((int) (number % middles.size())) + tail).getBytes(StandardCharsets.US_ASCII);
    }
}
