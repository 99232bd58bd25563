package org.trustedtrader.enrolment.letter;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.trustedtrader.enrolment.company.OfficialLanguage;
import org.trustedtrader.platform.message.Bundles;
import org.trustedtrader.platform.message.Message;

/** The words of letters in one language, from the bundle {@code letter}. */
record Wording(OfficialLanguage language) {

    private static final String EVERY_LANGUAGE = " / ";

    String text(String key, Object... arguments) {
        return Message.of(key, arguments).in(locale());
    }

    /** As people write it: 7 March 2027, 7 mars 2027. */
    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", locale()).format(day);
    }

    LetterContent.Fact fact(String label, String value) {
        return new LetterContent.Fact(text("letter.fact." + label), value);
    }

    /** A constant in words; itself where the bundle has none. */
    String code(String group, String constant) {
        var key = "letter." + group + "." + Remedy.kebab(constant);
        return Bundles.contains(key) ? text(key) : constant;
    }

    String codes(String group, Collection<? extends Enum<?>> constants) {
        return constants.stream().sorted().map(one -> code(group, one.name())).collect(Collectors.joining(", "));
    }

    /** The part in this language of what the platform wrote in both: {@code English / français}. */
    String ownPart(String both) {
        var parts = both.split(EVERY_LANGUAGE, -1);
        return parts.length == 2 ? parts[language.ordinal()] : both;
    }

    /** A coded reason and what an officer added to it: {@code CODE}, or {@code CODE: words}. */
    String coded(String group, String reason) {
        var colon = reason.indexOf(": ");
        return colon < 0
                ? code(group, reason)
                : code(group, reason.substring(0, colon)) + " " + reason.substring(colon + 2);
    }

    private Locale locale() {
        return language.locale();
    }
}
