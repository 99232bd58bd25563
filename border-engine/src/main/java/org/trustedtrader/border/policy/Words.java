package org.trustedtrader.border.policy;

/** A text in both official languages. */
public record Words(String en, String fr) {

    public Words {
        if (en.isBlank() || fr.isBlank()) {
            throw new IllegalArgumentException("A text needs English and French.");
        }
    }
}
