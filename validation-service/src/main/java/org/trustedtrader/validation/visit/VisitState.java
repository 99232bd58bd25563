package org.trustedtrader.validation.visit;

import java.util.EnumSet;
import java.util.Set;

/** Where a visit stands. A company has been told of slots from NOTIFIED on; what comes after CLOSED or CANCELLED is nothing. */
public enum VisitState {
    DUE,
    PROPOSED,
    NOTIFIED,
    CONFIRMED,
    RESCHEDULED,
    IN_PROGRESS,
    FIELDWORK_DONE,
    REPORT_DRAFT,
    REPORT_ISSUED,
    RESPONSE_AWAITED,
    CLOSED,
    CANCELLED,
    NO_SHOW;

    /** The visit has not taken place and may still be planned anew. */
    public static final Set<VisitState> BEFORE_FIELDWORK =
            Set.copyOf(EnumSet.of(DUE, PROPOSED, NOTIFIED, CONFIRMED, RESCHEDULED, NO_SHOW));

    /** A slot is agreed, and the visit has not begun. */
    public static final Set<VisitState> AGREED = Set.copyOf(EnumSet.of(CONFIRMED, RESCHEDULED));

    /** The report lies with the company. */
    public static final Set<VisitState> REPORTED = Set.copyOf(EnumSet.of(REPORT_ISSUED, RESPONSE_AWAITED));

    /** An officer's time is taken up, by an offer or by an agreement. */
    public static final Set<VisitState> OCCUPYING =
            Set.copyOf(EnumSet.of(PROPOSED, NOTIFIED, CONFIRMED, RESCHEDULED, IN_PROGRESS));

    public boolean isFinal() {
        return this == CLOSED || this == CANCELLED;
    }

    /** Whether the company may know which slots are on offer: an offer is the officers' own affair until it is sent. */
    public boolean slotsAreKnownToTheCompany() {
        return this != DUE && this != PROPOSED;
    }
}
