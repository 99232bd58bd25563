package org.trustedtrader.enrolment.membership;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The catalogue of reasons for which a membership changes. */
public enum ReasonCode {
    TERMS_SIGNED,
    ACTION_PLAN_AGREED,
    ACTION_PLAN_COMPLETED,
    REVALIDATION_CYCLE,
    REVALIDATION_STARTED,
    REVALIDATED,
    SECURITY_INCIDENT,
    SIGNIFICANT_CONTRAVENTION,
    FAILED_VALIDATION,
    ACTION_PLAN_OVERDUE,
    NO_ANSWER_TO_REQUEST,
    INSOLVENCY,
    CONVICTION,
    FALSE_STATEMENT,
    CHANGE_OF_ENTITY,
    OBLIGATION_OVERDUE,
    CAUSE_REMEDIED,
    IMPOSED_IN_ERROR,
    OBJECTION_UPHELD,
    MEMBER_APPEALED,
    APPEAL_ALLOWED,
    APPEAL_DISMISSED,
    APPEAL_PERIOD_OVER,
    MEMBER_WITHDREW,
    CASE_CLOSED;

    /** For what a membership may be suspended or cancelled. */
    public static final Set<ReasonCode> AGAINST_THE_MEMBER =
            Collections.unmodifiableSet(EnumSet.range(SECURITY_INCIDENT, OBLIGATION_OVERDUE));

    /** For what a suspension may be lifted. */
    static final Set<ReasonCode> FOR_REINSTATEMENT = EnumSet.of(CAUSE_REMEDIED, IMPOSED_IN_ERROR);
}
