package org.trustedtrader.border.trader;

import java.util.Optional;

/** A well-formed identifier. What is nearly well-formed (small letters, blanks, look-alikes) is no identifier. */
public record Identifier(Scheme scheme, String value) {

    public Identifier {
        if (!scheme.admits(value)) {
            throw new IllegalArgumentException("Not a " + scheme);
        }
    }

    public static Optional<Identifier> parse(Scheme scheme, String text) {
        return scheme.admits(text) ? Optional.of(new Identifier(scheme, text)) : Optional.empty();
    }

    @Override
    public int hashCode() {
        return 31 * value.hashCode() + scheme.ordinal();
    }

    @Override
    public String toString() {
        return scheme + " " + value;
    }
}
