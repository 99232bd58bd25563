package org.trustedtrader.validation.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.trustedtrader.validation.visit.MembershipProjection.Member;

/**
 * A member's revalidation that is open.
 *
 * @param company BN9
 * @param dueOn   last day for the whole revalidation, programme zone
 */
record Revalidation(String membershipId, String company, Instant openedAt, LocalDate dueOn) {

    /** Empty if no revalidation is open. */
    static Optional<Revalidation> of(String membershipId, Member member) {
        var openedAt = member.revalidationOpenedAt();
        var company = member.company();
        var dueOn = member.revalidationDueOn();
        return openedAt == null || company == null || dueOn == null
                ? Optional.empty()
                : Optional.of(new Revalidation(membershipId, company, openedAt, dueOn));
    }

    /** The id of the visit to a company without a site on record. */
    String visitId() {
        return "revalidation-" + membershipId + "-" + openedAt.toEpochMilli();
    }

    String visitId(String siteId) {
        return visitId() + "-" + siteId;
    }

    boolean madeDue(VisitSnapshot visit) {
        return openedAt.equals(visit.origin().revalidationOpenedAt());
    }

    /** Whether the visit counts for this revalidation: it was made due for it, is open, or was closed since it opened. */
    boolean counts(VisitSnapshot visit) {
        var closedAt = visit.closedAt();
        return visit.origin().type() == Visit.Type.REVALIDATION
                && (madeDue(visit) || !visit.state().isFinal() || closedAt != null && !closedAt.isBefore(openedAt));
    }
}
