package org.trustedtrader.border.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import org.trustedtrader.border.crossing.Finding;
import org.trustedtrader.border.crossing.Lane;
import org.trustedtrader.border.eligibility.Outcome;
import org.trustedtrader.border.policy.Benefit;
import org.trustedtrader.border.policy.Reason;

/** All that never changes in an answer, as JSON made once; indexed by ordinal. */
final class JsonConstants {

    /** {@code "ELIGIBLE"}. */
    static final byte[][] OUTCOMES = each(Outcome.values(), o -> quoted(o.name()));

    static final byte[][] LANES = each(Lane.values(), l -> quoted(l.name()));

    /** {@code {"benefit":"FAST_LANE","outcome":}. */
    static final byte[][] BENEFITS = each(Benefit.values(), b -> "{\"benefit\":" + quoted(b.name()) + ",\"outcome\":");

    /** {@code "TIER_TOO_LOW"}. */
    static final byte[][] CODES = each(Reason.values(), r -> quoted(r.name()));

    /** A reason with its texts. */
    static final byte[][] EXPLAINED =
            each(Reason.values(), r -> "{\"code\":" + quoted(r.name()) + "," + texts(r) + "}");

    /** An entry of an object of texts by code. */
    static final byte[][] BY_CODE = each(Reason.values(), r -> quoted(r.name()) + ":{" + texts(r) + "}");

    /** A finding up to what it is about. */
    static final byte[][] FINDINGS = each(
            Reason.values(),
            r -> "{\"code\":" + quoted(r.name()) + ",\"effect\":"
                    + quoted(r.effect().name().toLowerCase(Locale.ROOT)) + ",\"about\":");

    static final byte[][] ABOUT =
            each(Finding.About.values(), a -> quoted(a.name().toLowerCase(Locale.ROOT)) + ",\"identifier\":");

    /** The end of a finding. */
    static final byte[][] TEXTS = each(Reason.values(), r -> "," + texts(r) + "}");

    static final Reason[] ALPHABETICAL = Arrays.stream(Reason.values())
            .sorted(Comparator.comparing(Reason::name))
            .toArray(Reason[]::new);

    private JsonConstants() {}

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String texts(Reason reason) {
        return "\"en\":" + quoted(reason.text().en()) + ",\"fr\":"
                + quoted(reason.text().fr());
    }

    private static String quoted(String text) {
        return new JsonBuffer(text.length() * 2).text(text).toString();
    }

    private static <T> byte[][] each(T[] values, Function<T, String> json) {
        return Arrays.stream(values)
                .map(value -> json.apply(value).getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }
}
