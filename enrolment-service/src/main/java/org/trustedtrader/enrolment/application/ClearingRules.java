package org.trustedtrader.enrolment.application;

import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** Who may clear a concern about a company: neither one who raised it nor one who decides. */
record ClearingRules(Review review, Denials denials, Timeline timeline) {

    /** Refuses as {@code cleared-by-someone-else}; everybody may while no concern stands. */
    void requireMayClear(Actor officer) {
        if (!review.hasConcerns()) {
            return;
        }
        if (review.concernsBy().contains(officer.id())) {
            throw refusal("enrolment.vetting.you-raised-the-concern");
        }
        if (decides(officer)) {
            throw refusal("enrolment.vetting.you-decide");
        }
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
