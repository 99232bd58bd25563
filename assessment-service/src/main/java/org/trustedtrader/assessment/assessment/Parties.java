package org.trustedtrader.assessment.assessment;

import java.util.LinkedHashSet;
import java.util.Set;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.refusal.Refusal;

/** Who has which part in one assessment: the company that is assessed, and the officers who assess it. */
final class Parties {

    private static final Set<String> READERS = Set.of(
            "intake-officer",
            "assessor",
            "validator",
            "approver",
            "intelligence-officer",
            "auditor",
            "programme-manager",
            "service");

    private final String company;
    private final Set<String> assessors;

    Parties(String company, Set<String> assessors) {
        this.company = company;
        this.assessors = new LinkedHashSet<>(assessors);
    }

    String company() {
        return company;
    }

    Set<String> assessors() {
        return Set.copyOf(assessors);
    }

    boolean mayRead(Actor actor) {
        return actor.belongsTo(company) || actor.roles().stream().anyMatch(READERS::contains);
    }

    void ownCompanyOnly(Actor actor) {
        if (!actor.belongsTo(company)) {
            throw new Refusal.NotAllowed("Only the company itself may do this.");
        }
    }

    void othersOnly(Actor actor) {
        if (actor.belongsTo(company)) {
            throw new Refusal.NotAllowed("Nobody judges the file of a company that they belong to.");
        }
    }

    void mayTake(ActionStep step, Actor actor) {
        if (step.byCompany()) {
            ownCompanyOnly(actor);
        } else {
            othersOnly(actor);
        }
    }

    /** Whoever recommends may not decide. */
    void notAnAssessor(Actor actor) {
        if (assessors.contains(actor.id())) {
            throw new Refusal.NotAllowed("Whoever assessed this file may not exempt the company from a criterion.");
        }
    }

    void assessedBy(Actor actor) {
        assessors.add(actor.id());
    }
}
