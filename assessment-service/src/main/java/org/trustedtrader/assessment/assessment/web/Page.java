package org.trustedtrader.assessment.assessment.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Part of a list.
 *
 * @param next what to send as {@code after} for the following part; absent on the last one
 */
record Page<T>(List<T> items, @Nullable String next) {

    static final int LARGEST = 200;

    static int limit(int asked) {
        if (asked < 1 || asked > LARGEST) {
            throw new Refusal.InvalidInput("limit", "The limit lies between 1 and " + LARGEST + ".");
        }
        return asked;
    }

    static String token(String lastId) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(lastId.getBytes(StandardCharsets.UTF_8));
    }

    static Optional<String> lastId(@Nullable String token) {
        try {
            return Optional.ofNullable(token)
                    .map(given -> new String(Base64.getUrlDecoder().decode(given), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new Refusal.InvalidInput("after", "Send the `next` of the part before, unchanged.");
        }
    }
}
