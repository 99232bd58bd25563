package org.trustedtrader.platform.identifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Provinces and states by ISO 3166-2. The written form is the part after the country: {@code ON}, not {@code CA-ON} or
 * {@code Ontario}. Canada, the United States and Mexico need one; elsewhere it may be empty.
 */
public final class Region {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,3}");

    /** By country, then by code and by every name in the form of {@link #key}. */
    private static final Map<String, Map<String, String>> KNOWN = read();

    private Region() {}

    /**
     * @param country ISO 3166, two capitals
     * @param typed   a code, with or without the country, or for Canada and the United States a name
     * @throws Refusal.InvalidInput if that country has no such region, or needs one and has none
     */
    public static String parse(String field, String country, String typed) {
        var key = key(typed);
        var code = key.startsWith(country + "-") ? key.substring(country.length() + 1) : key;
        var known = KNOWN.get(country);
        if (known != null) {
            var found = known.get(code);
            if (found == null) {
                throw new Refusal.InvalidInput(field, Message.of("identifier.region"));
            }
            return found;
        }
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            throw new Refusal.InvalidInput(field, Message.of("identifier.region-elsewhere"));
        }
        return code;
    }

    /** Capitals without accents; words joined by single hyphens. */
    private static String key(String typed) {
        return Normalizer.normalize(TypedText.plain(typed), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("[ .-]+", "-");
    }

    private static Map<String, Map<String, String>> read() {
        var known = new HashMap<String, Map<String, String>>();
        try (var in = Objects.requireNonNull(Region.class.getResourceAsStream("regions.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|"))
                    .forEach(names -> put(known, names));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }

    private static void put(Map<String, Map<String, String>> known, String[] names) {
        var country = names[0].substring(0, 2);
        var code = names[0].substring(3);
        var regions = known.computeIfAbsent(country, c -> new HashMap<>());
        regions.put(code, code);
        Arrays.stream(names).skip(1).forEach(name -> regions.put(key(name), code));
    }
}
