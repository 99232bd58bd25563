package org.trustedtrader.enrolment.application;

import java.util.EnumSet;
import java.util.Set;

/** Where an application stands. */
public enum ApplicationState {
    DRAFT,
    SUBMITTED,
    COMPLETENESS_CHECK,
    RETURNED_INCOMPLETE,
    /** The service-standard clock has started. */
    ACCEPTED,
    IN_REVIEW,
    VALIDATION_PENDING,
    VALIDATED,
    DECISION,
    APPROVED_PENDING_TERMS,
    APPROVED,
    INTENT_TO_DENY,
    INFORMAL_REVIEW,
    DENIED,
    WITHDRAWN,
    LAPSED;

    private static final Set<ApplicationState> FAILED = EnumSet.of(DENIED, WITHDRAWN, LAPSED);

    /** Whether the application came to nothing, so that the company may file another one. */
    public boolean endedWithoutMembership() {
        return FAILED.contains(this);
    }
}
