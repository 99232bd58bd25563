package org.trustedtrader.platform.web;

import java.net.URI;
import org.springframework.http.ResponseEntity;

/** Answers that carry an aggregate's version as their ETag, {@code "7"}: what a later {@code If-Match} has to say. */
public final class Versioned {

    private Versioned() {}

    public static <T> ResponseEntity<T> ok(T body, long version) {
        return ResponseEntity.ok().eTag(eTag(version)).body(body);
    }

    /** @param location where the new thing is read, such as {@code /v1/applications/…} */
    public static <T> ResponseEntity<T> created(URI location, T body, long version) {
        return ResponseEntity.created(location).eTag(eTag(version)).body(body);
    }

    private static String eTag(long version) {
        return "\"" + version + "\"";
    }
}
