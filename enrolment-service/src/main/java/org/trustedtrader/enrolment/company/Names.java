package org.trustedtrader.enrolment.company;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Names and addresses folded for comparison: without regard to case, accents and punctuation. */
public final class Names {

    private Names() {}

    /** Letters and digits of any script, in small letters without accents, with one blank between words. */
    public static String folded(String text) {
        var plain = Normalizer.normalize(text.toUpperCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replace("\u0152", "OE")
                .replace("\u00c6", "AE")
                .replace("\u00d8", "O")
                .replace("\u0141", "L");
        return plain.toLowerCase(Locale.ROOT)
                .replaceAll("['\u2019]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** What a company of the same name at the same address has in common with this one, for each of its sites. */
    public static List<String> places(CompanyDetails details) {
        return details.sites().stream()
                .map(Site::address)
                .map(address -> folded(details.legalName()) + "|" + folded(address.street()) + "|"
                        + folded(address.city()) + "|" + address.country())
                .distinct()
                .toList();
    }
}
