package org.trustedtrader.border.policy;

/** A text in both official languages. */
public record LocalizedText(String en, String fr) {

    public LocalizedText {
        if (en.isBlank() || fr.isBlank()) {
            throw new IllegalArgumentException("A text needs English and French.");
        }
    }
}
