package org.trustedtrader.benefits.recognition;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Whether two written names may be the same: capitals, accents, blanks and punctuation do not tell names apart. */
final class Names {

    private static final Pattern NOISE = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Names() {}

    static boolean differ(String one, String other) {
        return !bare(one).equals(bare(other));
    }

    private static String bare(String name) {
        var decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD);
        return NOISE.matcher(decomposed).replaceAll("").toUpperCase(Locale.ROOT);
    }
}
