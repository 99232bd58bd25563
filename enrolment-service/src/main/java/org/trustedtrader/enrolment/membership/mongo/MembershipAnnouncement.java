package org.trustedtrader.enrolment.membership.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.trustedtrader.enrolment.membership.Membership;

/** A membership as other services may know it. */
record MembershipAnnouncement(
        String membershipId,
        String membershipNumber,
        String company,
        String applicationId,
        String programme,
        List<String> linesOfBusiness,
        String state,
        String tier,
        LocalDate memberSince,
        LocalDate revalidationDueOn,
        String reasonCode,
        Instant effectiveAt) {

    static MembershipAnnouncement of(Membership membership) {
        var s = membership.snapshot();
        return new MembershipAnnouncement(
                membership.id(),
                membership.membershipNumber(),
                s.company(),
                membership.id(),
                "PIP",
                s.linesOfBusiness().stream().sorted().map(Enum::name).toList(),
                s.state().name(),
                s.tier().name(),
                s.memberSince(),
                s.revalidationDueOn(),
                s.reasonCode().name(),
                s.effectiveAt());
    }
}
