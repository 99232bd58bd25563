package org.trustedtrader.assessment.review;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.trustedtrader.assessment.action.ActionStep;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** Who takes part in one assessment: the company that is assessed, and the officers who assess it. */
final class Participants {

    private static final Set<String> READERS = readers();

    private final String company;
    private final Set<String> assessors;
    private final Set<String> exempters;

    Participants(String company, Set<String> assessors, Set<String> exempters) {
        this.company = company;
        this.assessors = new LinkedHashSet<>(assessors);
        this.exempters = new LinkedHashSet<>(exempters);
    }

    String company() {
        return company;
    }

    Set<String> assessors() {
        return Set.copyOf(assessors);
    }

    Set<String> exempters() {
        return Set.copyOf(exempters);
    }

    private static Set<String> readers() {
        var readers = new HashSet<>(Roles.OFFICERS);
        readers.add(Roles.SERVICE);
        return Set.copyOf(readers);
    }

    boolean mayRead(Actor actor) {
        return actor.belongsTo(company) || actor.roles().stream().anyMatch(READERS::contains);
    }

    void ownCompanyOnly(Actor actor) {
        if (!actor.belongsTo(company)) {
            throw new Refusal.NotAllowed(Message.of("assessment.participants.company-only"));
        }
    }

    private void othersOnly(Actor actor) {
        if (actor.belongsTo(company)) {
            throw new Refusal.NotAllowed(Message.of("assessment.participants.others-only"));
        }
    }

    void take(ActionStep step, Actor actor) {
        if (step.byCompany()) {
            ownCompanyOnly(actor);
        } else {
            assess(actor);
        }
    }

    /** Any officer's act on the file makes its actor one of its assessors. */
    void assess(Actor actor) {
        othersOnly(actor);
        assessors.add(actor.id());
    }

    /** The officer who recommends may not decide, and the officer who exempts has taken part in the result. */
    void exempt(Actor actor) {
        othersOnly(actor);
        if (assessors.contains(actor.id())) {
            throw new Refusal.NotAllowed(Message.of("assessment.participants.assessed"));
        }
        exempters.add(actor.id());
    }
}
