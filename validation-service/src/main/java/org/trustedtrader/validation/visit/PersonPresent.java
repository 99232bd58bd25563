package org.trustedtrader.validation.visit;

/**
 * Somebody who was there when the visit began. The name is personal data: it stays in the visit's own document, and enters
 * neither events nor history nor logs.
 */
public record PersonPresent(String name, String position, Side side) {

    /** Whose side somebody is on. */
    public enum Side {
        COMPANY,
        PROGRAMME
    }
}
