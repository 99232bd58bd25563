package org.trustedtrader.validation.planning;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.trustedtrader.validation.visit.Objection;
import org.trustedtrader.validation.visit.Site;
import org.trustedtrader.validation.visit.SlotQuestion;
import org.trustedtrader.validation.visit.SlotRule;

/** The officer is on the roster, covers the region and speaks the language of the place (Official Languages Act). */
record OfficerIsQualified(Roster roster) implements SlotRule {

    private static final Set<String> FRENCH_SPEAKING = Set.of("QC", "QUEBEC", "QUÉBEC");

    @Override
    public Optional<Objection> objection(SlotQuestion question) {
        var known = roster.find(question.slot().officer());
        if (known.isEmpty()) {
            return Optional.of(new Objection("officer-not-on-roster", "That officer is not on the roster."));
        }
        var officer = known.get();
        var site = question.site();
        if (!officer.coversRegionOf(site)) {
            return Optional.of(new Objection(
                    "officer-not-in-region",
                    "The officer does not cover " + site.country() + "-" + site.region() + "."));
        }
        var language = languageOf(site);
        return officer.speaks(language)
                ? Optional.empty()
                : Optional.of(new Objection(
                        "officer-language", "The officer does not speak the language of the site: " + language + "."));
    }

    static String languageOf(Site site) {
        return site.country().equals("CA")
                        && FRENCH_SPEAKING.contains(site.region().toUpperCase(Locale.ROOT))
                ? "fr"
                : "en";
    }
}
