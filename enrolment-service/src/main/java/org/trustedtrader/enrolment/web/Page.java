package org.trustedtrader.enrolment.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * A part of a list.
 *
 * @param next to be given as {@code after} for the following part; null at the end. Its form is nobody's business.
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public static final String DEFAULT_LIMIT = "50";
    public static final int LARGEST = 200;

    /** @param found one more than {@code limit} if there are more */
    public static <A extends Aggregate, T> Page<T> of(List<A> found, int limit, Function<A, T> view) {
        var shown = found.size() > limit ? found.subList(0, limit) : found;
        var next = found.size() > limit ? token(shown.getLast().id()) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }

    /** The id that a token stands for. */
    public static Optional<String> after(@Nullable String token) {
        if (token == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new Refusal.InvalidInput("after", "This is not a value that an earlier page gave as next.");
        }
    }

    private static String token(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }
}
