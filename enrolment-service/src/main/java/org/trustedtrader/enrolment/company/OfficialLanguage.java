package org.trustedtrader.enrolment.company;

import java.util.Arrays;
import java.util.Locale;
import org.trustedtrader.platform.message.Languages;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** The official language of Canada in which the programme writes to a company. */
public enum OfficialLanguage {
    EN(Languages.ENGLISH),
    FR(Languages.FRENCH);

    private final Locale locale;

    OfficialLanguage(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** {@code en} or {@code fr}. */
    public String code() {
        return locale.getLanguage();
    }

    /** @throws Refusal.InvalidInput unless the text is {@code en} or {@code fr} */
    public static OfficialLanguage parse(String field, String text) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal.InvalidInput(field, Message.of("enrolment.company.official-language")));
    }
}
