package org.trustedtrader.benefits.policy;

/** PROPOSED → PUBLISHED or WITHDRAWN; both are final. Whether a published version is in force follows from its date. */
public enum PolicyState {
    PROPOSED,
    PUBLISHED,
    WITHDRAWN
}
