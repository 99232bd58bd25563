package org.trustedtrader.platform.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/**
 * A problem document after RFC 9457, before it is rendered in the reader's language. The detail is for the person who asked;
 * errors name fields by JSON paths such as {@code sites[0].latitude}; headers are HTTP headers that belong to the answer.
 */
public record Problem(ProblemType type, Message detail, List<Violation> errors, Map<String, String> headers) {

    public Problem {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
    }

    public static Problem of(ProblemType type, Message detail) {
        return new Problem(type, detail, List.of(), Map.of());
    }

    /** @param detail the key of the detail, with its arguments */
    public static Problem of(ProblemType type, String detail, Object... arguments) {
        return of(type, Message.of(detail, arguments));
    }

    public int status() {
        return type.status();
    }

    public Problem with(List<Violation> violations) {
        return new Problem(type, detail, violations, headers);
    }

    public Problem with(String field, Message message) {
        return with(List.of(new Violation(field, message)));
    }

    public Problem header(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Problem(type, detail, errors, more);
    }

    /**
     * The document in that language, its members in the order in which they are written.
     *
     * @param instance the path of the request, without its query
     * @param traceId  empty if the request is not traced
     */
    public Map<String, Object> document(Locale language, String instance, String traceId) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", type.uri());
        document.put("title", type.title().in(language));
        document.put("status", type.status());
        document.put("detail", detail.in(language));
        if (!instance.isEmpty()) {
            document.put("instance", instance);
        }
        if (!traceId.isEmpty()) {
            document.put("traceId", traceId);
        }
        if (!errors.isEmpty()) {
            document.put(
                    "errors", errors.stream().map(error -> error.in(language)).toList());
        }
        return document;
    }
}
