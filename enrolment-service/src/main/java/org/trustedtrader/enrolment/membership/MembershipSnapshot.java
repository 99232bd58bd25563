package org.trustedtrader.enrolment.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.company.LineOfBusiness;

/**
 * The whole state of a membership, for storage and for views.
 *
 * @param effectiveAt  from when the present state counts
 * @param resumeTo     where reinstating leads back to, while suspended
 * @param cancelledBy  the officer who cancelled, who may not decide on the appeal
 * @param appealDueAt  by when the member may appeal, while cancelled
 */
public record MembershipSnapshot(
        String company,
        Set<LineOfBusiness> linesOfBusiness,
        MembershipState state,
        Tier tier,
        LocalDate memberSince,
        LocalDate revalidationDueOn,
        ReasonCode reasonCode,
        String legalBasis,
        Instant effectiveAt,
        @Nullable MembershipState resumeTo,
        @Nullable String cancelledBy,
        @Nullable Instant appealDueAt) {

    public MembershipSnapshot {
        linesOfBusiness = Set.copyOf(linesOfBusiness);
    }
}
