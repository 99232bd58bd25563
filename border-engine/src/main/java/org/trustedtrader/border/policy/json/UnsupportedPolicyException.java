package org.trustedtrader.border.policy.json;

import tools.jackson.core.JacksonException;

/** A policy file that this program cannot apply, such as one written for a newer program. */
public final class UnsupportedPolicyException extends RuntimeException {

    public UnsupportedPolicyException(String why) {
        super("The policy cannot be understood: " + why);
    }

    UnsupportedPolicyException(RuntimeException cause) {
        super("The policy cannot be understood: " + said(cause), cause);
    }

    /** Without the parser's account of where in its sources it was. */
    private static String said(RuntimeException cause) {
        return cause instanceof JacksonException json ? json.getOriginalMessage() : String.valueOf(cause.getMessage());
    }
}
