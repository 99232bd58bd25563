package org.trustedtrader.benefits.consent;

/** Whether the partner may see the company's status, if it consented too. */
public enum ConsentState {
    GIVEN,
    WITHDRAWN
}
