package org.trustedtrader.enrolment.membership;

import static org.trustedtrader.enrolment.Duties.MANAGER;
import static org.trustedtrader.enrolment.Duties.officer;
import static org.trustedtrader.enrolment.membership.Fixtures.*;
import static org.trustedtrader.enrolment.membership.MembershipProposal.Kind.*;
import static org.trustedtrader.enrolment.membership.MembershipState.*;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.trustedtrader.enrolment.Duties;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.aggregate.Actor;

/** Every decision on a membership that needs two people, and everybody who took part. */
class MembershipDutiesTest {

    private static final Map<String, Actor> PROPOSED = Map.of("proposed it", PROPOSER);
    private static final Actor CONFIRMER = officer("connie", "approver");
    private static final Actor ANSWERER = officer("anna", "approver");

    @TestFactory
    Stream<DynamicTest> everyDecision() {
        return Stream.of(reinstatement(), revalidation(), appeal(), confirmation(), extension(), objection())
                .flatMap(Duties::tests);
    }

    private static Duties reinstatement() {
        return proposal(
                "a reinstatement",
                Map.of("suspended", OFFICER, "confirmed", CONFIRMER, "answered the objection", ANSWERER),
                () -> propose(answered(), REINSTATEMENT, ReasonCode.CAUSE_REMEDIED),
                (m, who) -> m.reinstate(decision(ReasonCode.CAUSE_REMEDIED), who, NOW));
    }

    private static Duties revalidation() {
        var reports = reportsOf("COMPLETED", "SATISFACTORY");
        return proposal(
                "the completion of a revalidation",
                Map.of("assessed", ASSESSOR, "visited", VALIDATOR, "opened it", CONFIRMER),
                () -> {
                    var opened = aMembershipIn(ACTIVE);
                    opened.startRevalidation(decision(ReasonCode.REVALIDATION_STARTED), CONFIRMER, OPENED.openedAt());
                    return propose(stored(opened), REVALIDATION_COMPLETION, ReasonCode.REVALIDATED);
                },
                (m, who) -> m.completeRevalidation(decision(ReasonCode.REVALIDATED), RULES, reports, who, NOW));
    }

    private static Duties appeal() {
        return proposal(
                "the decision on an appeal",
                Map.of("cancelled", OFFICER, "proposed the cancellation", CONFIRMER),
                () -> {
                    var member = aMembershipIn(ACTIVE);
                    member.cancelByCase(
                            new Membership.CaseOutcome("c1", 5, ReasonCode.CONVICTION, List.of(CONFIRMER.id())),
                            APPEAL_UNTIL,
                            OFFICER,
                            NOW);
                    var cancelled = stored(member);
                    cancelled.appeal("we object", OWNER, NOW);
                    return propose(stored(cancelled), APPEAL_DECISION, ReasonCode.APPEAL_ALLOWED);
                },
                (m, who) -> m.allowAppeal(decision(ReasonCode.APPEAL_ALLOWED), APPEAL_UNTIL, who, NOW));
    }

    private static Duties confirmation() {
        return Duties.of(
                "the confirmation of a suspension",
                Map.of("suspended", OFFICER),
                Map.of(),
                who -> aMembershipIn(SUSPENDED).confirmSuspension("well founded", who, NOW),
                null);
    }

    private static Duties extension() {
        return Duties.of(
                "the extension of a suspension",
                Map.of("suspended", OFFICER),
                Map.of(),
                who -> aMembershipIn(SUSPENDED).extendSuspension("the inquiry goes on", RULES, who, NOW),
                null);
    }

    private static Duties objection() {
        BiConsumer<Membership, Actor> answer =
                (m, who) -> m.answerObjection(true, decision(ReasonCode.OBJECTION_UPHELD), who, NOW);
        return Duties.of(
                "the answer to an objection",
                Map.of("suspended", OFFICER),
                Map.of("confirmed", CONFIRMER),
                who -> answer.accept(objected(), who),
                who -> {
                    var named = objected();
                    named.nameAnswerer(who.id(), "no other officer is left", MANAGER, NOW);
                    answer.accept(stored(named), who);
                });
    }

    private static Duties proposal(
            String decision,
            Map<String, Actor> others,
            Supplier<Membership> proposed,
            BiConsumer<Membership, Actor> decide) {
        return Duties.of(decision, PROPOSED, others, who -> decide.accept(proposed.get(), who), who -> {
            var named = proposed.get();
            named.nameDecider(
                    new NamedDecider(who.id(), "no other officer is left", MANAGER.id()),
                    reportsOf("COMPLETED", "SATISFACTORY"),
                    MANAGER,
                    NOW);
            decide.accept(stored(named), who);
        });
    }

    private static Membership propose(Membership membership, MembershipProposal.Kind kind, ReasonCode reason) {
        membership.propose(kind, decision(reason), PROPOSER, NOW);
        return stored(membership);
    }

    private static Membership objected() {
        var suspended = aMembershipIn(SUSPENDED);
        suspended.confirmSuspension("well founded", CONFIRMER, NOW);
        var confirmed = stored(suspended);
        confirmed.object("not us", RULES, OWNER, NOW);
        return stored(confirmed);
    }

    private static Membership answered() {
        var objected = objected();
        objected.answerObjection(false, decision(ReasonCode.CONVICTION), ANSWERER, NOW);
        return stored(objected);
    }
}
