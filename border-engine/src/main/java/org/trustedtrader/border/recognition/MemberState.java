package org.trustedtrader.border.recognition;

import org.trustedtrader.border.policy.Reason;

/** What a partner says of its member. QUARANTINED: it said something that was not understood, so that nobody relies on it. */
public enum MemberState {
    ACTIVE(Reason.RECOGNISED_PARTNER_MEMBER),
    SUSPENDED(Reason.PARTNER_MEMBER_SUSPENDED),
    REVOKED(Reason.PARTNER_MEMBER_REVOKED),
    QUARANTINED(Reason.STATUS_NOT_UNDERSTOOD);

    private final Reason reason;

    MemberState(Reason reason) {
        this.reason = reason;
    }

    /** A note for an active member, else why nothing is granted. */
    public Reason reason() {
        return reason;
    }
}
