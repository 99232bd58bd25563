package org.trustedtrader.enrolment.application;

import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.access.SeparationOfDuties;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.access.SeparationOfDuties.Share;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Who may clear a concern about a company: neither an officer who raised it nor one who decides, unless a programme manager
 * named the latter.
 */
record ClearingRules(
        Review review,
        Denials denials,
        Timeline timeline,
        @Nullable NamedDecider named) {

    /** Refuses as {@code cleared-by-someone-else}; everybody may while no concern stands. */
    void requireMayClear(Actor officer) {
        if (!review.hasConcerns()) {
            return;
        }
        if (review.concernsBy().contains(officer.id())) {
            throw refusal("enrolment.vetting.you-raised-the-concern");
        }
        if (decides(officer) && (named == null || !named.officer().equals(officer.id()))) {
            throw refusal("enrolment.vetting.you-decide");
        }
    }

    /** The officers who raised a concern can never be named to clear it. */
    SeparationOfDuties duties() {
        return new SeparationOfDuties(
                review.concernsBy().stream()
                        .map(officer -> Share.proposal(officer, "CONCERN", "part.raised-concern"))
                        .toList(),
                named);
    }

    private boolean decides(Actor officer) {
        return officer.has(Roles.APPROVER)
                || denials.proposers().contains(officer.id())
                || timeline.approvers().anyMatch(officer.id()::equals);
    }

    private static Refusal refusal(String key) {
        return new Refusal.RuleBroken("cleared-by-someone-else", Message.of(key));
    }
}
