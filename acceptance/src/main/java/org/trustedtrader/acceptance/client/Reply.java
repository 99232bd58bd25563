package org.trustedtrader.acceptance.client;

import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** An answer of the platform: a body, or a problem document that says why there is none. */
public record Reply(String call, int status, HttpHeaders headers, JsonNode body) {

    /** This reply, if its status is one of those that the story expects. */
    public Reply expect(int... statuses) {
        if (IntStream.of(statuses).noneMatch(s -> s == status)) {
            throw new UnexpectedResponseException(
                    call + " should be answered " + either(statuses) + ", but was answered " + this);
        }
        return this;
    }

    /** This refusal, if it is of the named kind, such as {@code urn:ttp:problem:not-found}. */
    public Reply expectProblem(int expected, String kind) {
        expect(expected);
        if (!problemType().equals("urn:ttp:problem:" + kind)) {
            throw new UnexpectedResponseException(
                    call + " should be refused as " + kind + ", but was refused as " + this);
        }
        return this;
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    public String problemType() {
        return text("type");
    }

    /** The named field as text, or an empty string if there is none; {@code /} leads to nested fields. */
    public String text(String path) {
        return at(path).asString("");
    }

    public JsonNode at(String path) {
        return body.at(path.startsWith("/") ? path : "/" + path);
    }

    public List<JsonNode> items(String path) {
        return at(path).valueStream().toList();
    }

    /** The version that a change of this resource must name in {@code If-Match}. */
    public long version() {
        return headers.firstValue("ETag")
                .map(tag -> Long.parseLong(tag.replaceAll("\\D", "")))
                .orElseThrow(() -> new UnexpectedResponseException(call + " was answered without an ETag"));
    }

    /** The last part of the address of the thing that was made. */
    public String createdId() {
        var location = headers.firstValue("Location")
                .orElseThrow(() -> new UnexpectedResponseException(call + " was answered without a Location"));
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** What is wrong, one line per field: {@code sites: at least one site is needed}. */
    public List<String> violations() {
        return items("errors").stream()
                .map(e ->
                        e.path("field").asString("") + ": " + e.path("message").asString(""))
                .toList();
    }

    @Override
    public String toString() {
        if (ok()) {
            return Integer.toString(status);
        }
        var details = violations().isEmpty() ? "" : " " + violations();
        return status + " " + problemType().replace("urn:ttp:problem:", "") + " “" + text("detail") + "”" + details
                + (text("traceId").isEmpty() ? "" : " (trace " + text("traceId") + ")");
    }

    private static String either(int... statuses) {
        return Arrays.stream(statuses).mapToObj(Integer::toString).collect(Collectors.joining(" or "));
    }
}
