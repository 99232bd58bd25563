package org.trustedtrader.platform.message;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The texts of all modules: every {@code messages/<bundle>.properties} and {@code messages/<bundle>_fr.properties} on the
 * class path, in UTF-8. Several modules may add to one bundle.
 */
public final class Bundles {

    private static final Map<String, Map<String, String>> READ = new ConcurrentHashMap<>();

    private Bundles() {}

    /** Whether there is an English text of that key. */
    public static boolean contains(String key) {
        return pattern(key, Languages.ENGLISH).isPresent();
    }

    /** The text with its placeholders; the English one where a French one is missing. */
    public static Optional<String> pattern(String key, Locale language) {
        int dot = key.indexOf('.');
        if (dot < 1) {
            return Optional.empty();
        }
        String bundle = key.substring(0, dot);
        @Nullable
        String french =
                language.equals(Languages.FRENCH) ? texts(bundle + "_fr").get(key) : null;
        return Optional.ofNullable(french == null ? texts(bundle).get(key) : french);
    }

    private static Map<String, String> texts(String file) {
        Map<String, String> known = READ.get(file);
        return known == null ? READ.computeIfAbsent(file, Bundles::read) : known;
    }

    private static Map<String, String> read(String file) {
        Map<String, String> texts = new HashMap<>();
        try {
            for (URL url :
                    Collections.list(Bundles.class.getClassLoader().getResources("messages/" + file + ".properties"))) {
                try (var reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
                    var bundle = new PropertyResourceBundle(reader);
                    bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(texts);
    }
}
