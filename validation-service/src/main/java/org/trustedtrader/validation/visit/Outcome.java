package org.trustedtrader.validation.visit;

/** What a closed visit says of the company's security profile. */
public enum Outcome {
    SATISFACTORY,
    UNSATISFACTORY
}
