package org.trustedtrader.platform.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.trustedtrader.platform.refusal.Refusal.Violation;

/**
 * A problem document after RFC 9457. {@code type} is stable ({@code urn:ttp:problem:<name>}) and means one thing;
 * {@code detail} is for the person who asked; {@code errors} name fields by JSON paths such as {@code sites[0].latitude}.
 * {@code headers} are HTTP headers that belong to the answer.
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "traceId", "errors"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String traceId,
        List<Violation> errors,
        @JsonIgnore Map<String, String> headers) {

    private static final String PREFIX = "urn:ttp:problem:";

    public Problem {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
    }

    /** @param name the kebab-case name of the type */
    public static Problem of(HttpStatus status, String name, String title, String detail) {
        return new Problem(PREFIX + name, title, status.value(), detail, "", "", List.of(), Map.of());
    }

    public Problem with(List<Violation> violations) {
        return new Problem(type, title, status, detail, instance, traceId, violations, headers);
    }

    public Problem with(String field, String message) {
        return with(List.of(new Violation(field, message)));
    }

    public Problem header(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Problem(type, title, status, detail, instance, traceId, errors, more);
    }

    Problem at(String newInstance, String newTraceId) {
        return new Problem(type, title, status, detail, newInstance, newTraceId, errors, headers);
    }
}
