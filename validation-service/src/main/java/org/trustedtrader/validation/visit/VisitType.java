package org.trustedtrader.validation.visit;

/** Why a visit is made. An initial one belongs to an application and cannot be virtual. */
public enum VisitType {
    INITIAL,
    REVALIDATION,
    POST_INCIDENT,
    AD_HOC
}
