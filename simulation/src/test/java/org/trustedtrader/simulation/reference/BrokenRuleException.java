package org.trustedtrader.simulation.reference;

/** A fact that the rules forbid. */
public final class BrokenRuleException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokenRuleException(String message) {
        super(message);
    }
}
