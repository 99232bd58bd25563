package org.trustedtrader.platform.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * A page of a list in order of id.
 *
 * @param next the opaque token that the client sends as {@code after} for the following page; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** For {@code @RequestParam(defaultValue = …)}. */
    public static final String DEFAULT_LIMIT = "50";

    /** For {@code @Max(…)}; the smallest limit is 1. */
    public static final int LARGEST = 200;

    /** @param found up to {@code limit + 1} aggregates; one more than {@code limit} means that another page follows */
    public static <A extends Aggregate, T> Page<T> of(List<A> found, int limit, Function<A, T> view) {
        return of(found, limit, Aggregate::id, view);
    }

    /**
     * @param found up to {@code limit + 1} elements
     * @param id    what the list is ordered by
     */
    public static <E, T> Page<T> of(List<E> found, int limit, Function<E, String> id, Function<E, T> view) {
        var shown = found.size() > limit ? found.subList(0, limit) : found;
        var next = found.size() > limit ? token(id.apply(shown.getLast())) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }

    /**
     * The id of the last element of the page before.
     *
     * @param token the parameter {@code after} as the client sent it
     */
    public static Optional<String> after(@Nullable String token) {
        if (token == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new Refusal.InvalidInput("after", Message.of("page.after"));
        }
    }

    private static String token(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }
}
