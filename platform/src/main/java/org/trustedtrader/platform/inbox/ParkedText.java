package org.trustedtrader.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;
import org.trustedtrader.platform.history.Sha256;

/**
 * A message that is no event, in a form that can be stored whatever it holds: as text, and not more of it than an operator
 * needs to find its sender.
 *
 * @param key the same for the same message delivered again
 */
record ParkedText(String key, String routingKey, Document document) {

    private static final int LONGEST_BODY = 64 * 1024;
    private static final int LONGEST_HEADERS = 16 * 1024;
    private static final int LONGEST_VALUE = 1024;

    /** What the broker adds when it delivers a message again. */
    private static final Set<String> OF_THE_DELIVERY = Set.of(
            "x-delivery-count",
            "x-acquired-count",
            "x-death",
            "x-first-death-exchange",
            "x-first-death-queue",
            "x-first-death-reason",
            "x-last-death-exchange",
            "x-last-death-queue",
            "x-last-death-reason");

    static ParkedText of(Message message) {
        var properties = message.getMessageProperties();
        var routingKey = plain(String.valueOf(properties.getReceivedRoutingKey()));
        var headers = headers(properties.getHeaders());
        var body = message.getBody();
        var key = Sha256.hex(routingKey
                + '\n'
                + plain(String.valueOf(properties.getMessageId()))
                + '\n'
                + headers
                + '\n'
                + Sha256.hex(body));
        var document = new Document("data", text(body))
                .append("headers", headers.substring(0, Math.min(headers.length(), LONGEST_HEADERS)))
                .append("bytes", body.length);
        return new ParkedText(key.substring(0, 24), routingKey, document);
    }

    private static String headers(Map<String, Object> headers) {
        var sorted = new TreeMap<String, Object>(headers);
        sorted.keySet().removeAll(OF_THE_DELIVERY);
        return sorted.entrySet().stream()
                .map(header -> plain(header.getKey()) + "=" + value(header.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static String value(@Nullable Object value) {
        try {
            var text = switch (value) {
                case byte[] bytes -> HexFormat.of().formatHex(bytes);
                case null -> "";
                default -> value.toString();
            };
            return text.length() <= LONGEST_VALUE
                    ? plain(text)
                    : plain(text.substring(0, LONGEST_VALUE)) + " … " + Sha256.hex(plain(text));
        } catch (RuntimeException e) {
            return "unprintable";
        }
    }

    private static String text(byte[] body) {
        return plain(new String(body, 0, Math.min(body.length, LONGEST_BODY), StandardCharsets.UTF_8));
    }

    /** Without half characters, which no database takes, and without control characters, which no log should show. */
    private static String plain(String text) {
        var valid = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return valid.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\n' ? 0xFFFD : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
