package org.trustedtrader.validation.visit.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * One page of a list.
 *
 * @param next opaque, to be sent as {@code after} for the next page; null on the last one
 */
record VisitPage(List<VisitView> items, @Nullable String next) {

    static String cursor(String lastId) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(lastId.getBytes(StandardCharsets.UTF_8));
    }

    static @Nullable String lastId(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal.InvalidInput("after", "must be the `next` of an earlier page");
        }
    }
}
