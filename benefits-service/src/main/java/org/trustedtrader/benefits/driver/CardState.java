package org.trustedtrader.benefits.driver;

/** Whether a card was revoked; whether it is valid today follows from its dates. */
public enum CardState {
    REGISTERED,
    REVOKED
}
