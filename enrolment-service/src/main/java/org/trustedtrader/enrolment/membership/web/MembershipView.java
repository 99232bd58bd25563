package org.trustedtrader.enrolment.membership.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.enrolment.membership.ReasonCode;
import org.trustedtrader.enrolment.membership.Tier;

/** A membership as its readers see it; times in UTC. {@code benefits} follows from the state. */
record MembershipView(
        String membershipId,
        String membershipNumber,
        String company,
        String applicationId,
        String programme,
        List<LineOfBusiness> linesOfBusiness,
        MembershipState state,
        boolean benefits,
        Tier tier,
        LocalDate memberSince,
        LocalDate revalidationDueOn,
        ReasonCode reasonCode,
        String legalBasis,
        Instant effectiveAt,
        @Nullable Instant appealDueAt,
        long version) {

    static MembershipView of(Membership membership) {
        var s = membership.snapshot();
        return new MembershipView(
                membership.id(),
                membership.membershipNumber(),
                s.company(),
                membership.id(),
                "PIP",
                s.linesOfBusiness().stream().sorted().toList(),
                s.state(),
                s.state().benefits(),
                s.tier(),
                s.memberSince(),
                s.revalidationDueOn(),
                s.reasonCode(),
                s.legalBasis(),
                s.effectiveAt(),
                s.appealDueAt(),
                membership.version());
    }
}
