package org.trustedtrader.platform.web;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.message.Bundles;
import org.trustedtrader.platform.message.Languages;

/** The platform's message bundles as the bean validator reads them, for constraints whose message is a key in braces. */
final class ValidationMessages extends ResourceBundle {

    private static final ResourceBundle ENGLISH = new ValidationMessages(Languages.ENGLISH);
    private static final ResourceBundle FRENCH = new ValidationMessages(Languages.FRENCH);

    private final Locale language;

    private ValidationMessages(Locale language) {
        this.language = language;
    }

    static ResourceBundle of(Locale locale) {
        return Languages.of(locale).equals(Languages.FRENCH) ? FRENCH : ENGLISH;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return Bundles.pattern(key, language).orElse(null);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.emptyEnumeration();
    }
}
