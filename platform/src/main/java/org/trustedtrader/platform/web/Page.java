package org.trustedtrader.platform.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.message.Message;

/**
 * A page of a list in order of id.
 *
 * @param next      the opaque token that the client sends as {@code after} for the following page; null on the last page
 * @param following reads the following page, for an answer that is the whole list (CSV); null on the last page
 */
public record Page<T>(
        List<T> items,
        @Nullable String next,
        @JsonIgnore @Nullable Supplier<Page<T>> following) {

    /** For {@code @RequestParam(defaultValue = …)}. */
    public static final String DEFAULT_LIMIT = "50";

    /** For {@code @Max(…)}; the smallest limit is 1. */
    public static final int LARGEST = 200;

    private static final int CHECKSUM = Integer.BYTES;

    /** Reads a list in order of id. */
    @FunctionalInterface
    public interface Source<E> {

        /** The first ones after that id, {@code most} at most. */
        List<E> read(Optional<String> after, int most);
    }

    /** @param after the parameter as the client sent it; a token that is none of ours is refused with 400 bad-parameter */
    public static <A extends Aggregate, T> Page<T> of(
            Source<A> source, @Nullable String after, int limit, Function<A, T> view) {
        return of(source, after, limit, Aggregate::id, view);
    }

    /** @param id what the list is ordered by */
    public static <E, T> Page<T> of(
            Source<E> source, @Nullable String after, int limit, Function<E, String> id, Function<E, T> view) {
        return read(source, after(after), limit, id, view);
    }

    /** A list that is whole. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null, null);
    }

    private static <E, T> Page<T> read(
            Source<E> source, Optional<String> after, int limit, Function<E, String> id, Function<E, T> view) {
        var found = source.read(after, limit + 1);
        if (found.size() <= limit) {
            return whole(found.stream().map(view).toList());
        }
        var shown = found.subList(0, limit);
        var last = id.apply(shown.getLast());
        return new Page<>(
                shown.stream().map(view).toList(),
                token(last),
                () -> read(source, Optional.of(last), LARGEST, id, view));
    }

    static Optional<String> after(@Nullable String token) {
        if (token == null) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(token);
            var id = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, Math.max(0, bytes.length - CHECKSUM)))
                    .toString();
            if (!token(id).equals(token)) {
                throw foreign();
            }
            return Optional.of(id);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw foreign();
        }
    }

    private static RequestRefusedException foreign() {
        return ParameterValues.refused("after", Message.of("page.after"));
    }

    /** The checksum only tells a mistyped token, of whatever origin, from one of ours: it protects nothing. */
    private static String token(String id) {
        var bytes = id.getBytes(StandardCharsets.UTF_8);
        var checksum = new CRC32();
        checksum.update(bytes);
        var sealed = ByteBuffer.wrap(Arrays.copyOf(bytes, bytes.length + CHECKSUM));
        sealed.putInt(bytes.length, (int) checksum.getValue());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.array());
    }
}
