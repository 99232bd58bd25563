package org.trustedtrader.border.eligibility;

/** A question that nobody can mean. The message tells the caller what is wrong; {@code field} is a JSON path. */
public final class InvalidQuestionException extends IllegalArgumentException {

    private final String field;

    public InvalidQuestionException(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
