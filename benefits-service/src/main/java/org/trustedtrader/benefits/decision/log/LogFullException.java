package org.trustedtrader.benefits.decision.log;

/** Nothing can be appended now; what was to be appended is not there. */
public final class LogFullException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Without a trace: it is thrown for every question while it lasts. */
    LogFullException(String message) {
        super(message, null, false, false);
    }
}
