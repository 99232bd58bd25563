package org.trustedtrader.assessment.criteria;

/** The same text in English and in French; neither is a draft of the other. */
public record LocalText(String en, String fr) {

    public LocalText {
        if (en.isBlank() || fr.isBlank()) {
            throw new IllegalArgumentException("a text is missing in English or in French");
        }
    }

    public String in(Language language) {
        return language == Language.FR ? fr : en;
    }
}
