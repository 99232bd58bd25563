package org.trustedtrader.assessment.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.trustedtrader.assessment.action.ActionStep;
import org.trustedtrader.assessment.criteria.ScopedCriterion;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.SortedSets;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** Who takes part in one assessment: the company that is assessed, and the officers who assess it. */
final class Participants {

    private static final Set<String> READERS = readers();

    private final String company;
    private final Set<String> assessors;
    private final Set<String> exempters;
    private final List<ExemptionProposal> proposals;

    Participants(String company, Set<String> assessors, Set<String> exempters, List<ExemptionProposal> proposals) {
        this.company = company;
        this.assessors = new LinkedHashSet<>(assessors);
        this.exempters = new LinkedHashSet<>(exempters);
        this.proposals = new ArrayList<>(proposals);
    }

    String company() {
        return company;
    }

    Set<String> assessors() {
        return SortedSets.copyOf(assessors);
    }

    Set<String> exempters() {
        return SortedSets.copyOf(exempters);
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

    List<ExemptionProposal> proposals() {
        return List.copyOf(proposals);
    }

    /** The officer who proposes an exemption assesses the file, and so never grants one. */
    void propose(ExemptionProposal proposal, Actor actor) {
        assess(actor);
        proposals.removeIf(older -> older.about().equals(proposal.about()));
        proposals.add(proposal);
    }

    /**
     * The officer who recommends may not decide, and the officer who exempts has taken part in the result.
     *
     * @throws Refusal.RuleBroken {@code proposal-needed} if no other officer proposed the exemption
     */
    void exempt(ScopedCriterion criterion, LocalDate until, Actor actor) {
        othersOnly(actor);
        if (assessors.contains(actor.id())) {
            throw new Refusal.NotAllowed(Message.of("assessment.participants.assessed"));
        }
        var proposed = proposals.stream()
                .filter(proposal -> proposal.about().equals(criterion))
                .findFirst()
                .orElseThrow(() -> new Refusal.RuleBroken("proposal-needed", Message.of("separation.proposal-needed")));
        proposed.requireNotAfter(until);
        proposals.remove(proposed);
        exempters.add(actor.id());
    }
}
