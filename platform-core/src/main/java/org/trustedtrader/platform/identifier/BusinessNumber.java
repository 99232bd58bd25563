package org.trustedtrader.platform.identifier;

/** A company's 9-digit business number (BN9), the key of everything about it. */
public record BusinessNumber(String digits) {

    public BusinessNumber {
        if (!IdentifierScheme.BN9.isWritten(digits)) {
            throw new IllegalArgumentException("no business number: " + digits);
        }
    }

    /** @param field where it stands in the request */
    public static BusinessNumber parse(String field, String typed) {
        return new BusinessNumber(IdentifierScheme.BN9.parse(field, typed));
    }

    @Override
    public String toString() {
        return digits;
    }
}
