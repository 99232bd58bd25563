package org.trustedtrader.platform.identifier;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** Postal codes in the form that the country's post prints; required in Canada, the United States and Mexico. */
public final class PostalCode {

    /** Canada Post uses no D, F, I, O, Q, U, and no W or Z as the first letter. */
    private static final Pattern CANADA =
            Pattern.compile("([ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z])([0-9][ABCEGHJ-NPRSTV-Z][0-9])");

    private static final Pattern UNITED_STATES = Pattern.compile("([0-9]{5})([0-9]{4})?");
    private static final Pattern MEXICO = Pattern.compile("[0-9]{5}");
    private static final Pattern ELSEWHERE = Pattern.compile("[A-Z0-9]+([ -][A-Z0-9]+)*");
    private static final int LONGEST = 16;

    private static final Map<String, Function<String, String>> BY_COUNTRY = Map.of(
            "CA", PostalCode::canadian,
            "US", PostalCode::american,
            "MX", code -> MEXICO.matcher(code).matches() ? code : "");

    private PostalCode() {}

    /**
     * @param country ISO 3166, two capitals
     * @param typed   may be empty in countries other than Canada, the United States and Mexico
     * @throws Refusal.InvalidInput if there can be no such code in that country
     */
    public static String parse(String field, String country, String typed) {
        var written = BY_COUNTRY
                .getOrDefault(country, code -> elsewhere(typed))
                .apply(TypedText.withoutHyphens(TypedText.capitals(typed)));
        if (written.isEmpty() && (BY_COUNTRY.containsKey(country) || !typed.isBlank())) {
            throw new Refusal.InvalidInput(field, refusal(country));
        }
        return written;
    }

    private static String canadian(String code) {
        var parts = CANADA.matcher(code);
        return parts.matches() ? parts.group(1) + " " + parts.group(2) : "";
    }

    private static String american(String code) {
        var parts = UNITED_STATES.matcher(code);
        if (!parts.matches()) {
            return "";
        }
        return parts.group(2) == null ? parts.group(1) : parts.group(1) + "-" + parts.group(2);
    }

    private static String elsewhere(String typed) {
        var code = TypedText.plain(typed).toUpperCase(Locale.ROOT).replaceAll(" +", " ");
        return code.length() <= LONGEST && ELSEWHERE.matcher(code).matches() ? code : "";
    }

    private static Message refusal(String country) {
        return switch (country) {
            case "CA" -> Message.of("identifier.postal-code-ca");
            case "US" -> Message.of("identifier.postal-code-us");
            case "MX" -> Message.of("identifier.postal-code-mx");
            default -> Message.of("identifier.postal-code-elsewhere");
        };
    }
}
