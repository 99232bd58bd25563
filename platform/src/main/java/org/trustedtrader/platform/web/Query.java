package org.trustedtrader.platform.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.platform.text.Text;

/** The query of an address as {@code application/x-www-form-urlencoded} in UTF-8, read strictly. */
final class Query {

    private Query() {}

    /** A percent sign without two hexadecimal digits, or bytes that are no UTF-8. */
    static final class MalformedQueryException extends Exception {
        private MalformedQueryException(String message) {
            super(message);
        }
    }

    /**
     * The values by name, each in the order in which they were sent.
     *
     * @throws Refusal.InvalidInput if a value is no {@link Text}; names the parameter
     */
    static Map<String, List<String>> parse(@Nullable String query) throws MalformedQueryException {
        if (query == null || query.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (int from = 0; from < query.length(); ) {
            int to = query.indexOf('&', from);
            int end = to < 0 ? query.length() : to;
            if (end > from) {
                add(parameters, query.substring(from, end));
            }
            from = end + 1;
        }
        return parameters;
    }

    private static void add(Map<String, List<String>> parameters, String pair) throws MalformedQueryException {
        int equals = pair.indexOf('=');
        String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        if (Text.flaw(name).isPresent()) {
            throw new MalformedQueryException("A parameter's name is no text");
        }
        String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        parameters.computeIfAbsent(name, n -> new ArrayList<>(1)).add(Text.clean(name, value));
    }

    private static String decoded(String part) throws MalformedQueryException {
        if (part.indexOf('%') < 0) {
            return part.indexOf('+') < 0 ? part : part.replace('+', ' ');
        }
        ByteBuffer bytes = ByteBuffer.allocate(part.length() * 3);
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '%') {
                bytes.put((byte) (digit(part, i + 1) << 4 | digit(part, i + 2)));
                i += 2;
            } else if (c == '+') {
                bytes.put((byte) ' ');
            } else {
                bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedQueryException("A parameter is no UTF-8");
        }
    }

    private static int digit(String text, int at) throws MalformedQueryException {
        int digit = at < text.length() && text.charAt(at) < 0x80 ? Character.digit(text.charAt(at), 16) : -1;
        if (digit < 0) {
            throw new MalformedQueryException("A percent sign without two hexadecimal digits");
        }
        return digit;
    }
}
