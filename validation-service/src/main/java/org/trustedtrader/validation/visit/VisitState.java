package org.trustedtrader.validation.visit;

import java.util.EnumSet;
import java.util.Set;

/** Where a visit stands. A company sees the slots from NOTIFIED on; CLOSED and CANCELLED are final. */
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

    /** The visit has begun and has not ended; somebody carries it out. */
    public static final Set<VisitState> BEGUN =
            Set.copyOf(EnumSet.of(IN_PROGRESS, FIELDWORK_DONE, REPORT_DRAFT, REPORT_ISSUED, RESPONSE_AWAITED));

    /** Neither closed nor cancelled. */
    public static final Set<VisitState> OPEN = Set.copyOf(EnumSet.complementOf(EnumSet.of(CLOSED, CANCELLED)));

    /** The report lies with the company. */
    public static final Set<VisitState> REPORTED = Set.copyOf(EnumSet.of(REPORT_ISSUED, RESPONSE_AWAITED));

    /** An officer's time is taken up, by an offer or by an agreement. */
    public static final Set<VisitState> OCCUPYING =
            Set.copyOf(EnumSet.of(PROPOSED, NOTIFIED, CONFIRMED, RESCHEDULED, IN_PROGRESS));

    public boolean isFinal() {
        return this == CLOSED || this == CANCELLED;
    }

    /** Whether the company may know the slots: an offer is the officers' own affair until it is sent. */
    public boolean showsSlotsToCompany() {
        return this != DUE && this != PROPOSED;
    }
}
