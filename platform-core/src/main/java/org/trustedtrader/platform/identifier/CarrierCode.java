package org.trustedtrader.platform.identifier;

/** The 4-character code under which customs knows a carrier, in capitals. */
public record CarrierCode(String code) {

    public CarrierCode {
        if (!IdentifierScheme.CARRIER_CODE.isWritten(code)) {
            throw new IllegalArgumentException("no carrier code: " + code);
        }
    }

    /** @param field where it stands in the request */
    public static CarrierCode parse(String field, String typed) {
        return new CarrierCode(IdentifierScheme.CARRIER_CODE.parse(field, typed));
    }

    @Override
    public String toString() {
        return code;
    }
}
