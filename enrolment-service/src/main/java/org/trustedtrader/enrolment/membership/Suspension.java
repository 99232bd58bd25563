package org.trustedtrader.enrolment.membership;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.access.SeparationOfDuties;
import org.trustedtrader.platform.access.SeparationOfDuties.NamedDecider;
import org.trustedtrader.platform.access.SeparationOfDuties.Share;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * What is on record of a suspension while it lasts. One officer suspends for safety at once; another one confirms it or lifts
 * it. The member may object; an officer who took no part answers.
 *
 * @param by             actor id of who suspended: an officer, or the platform by a case's default
 * @param confirmBy      end of the period in which another officer has to confirm; null if it needs no confirmation
 * @param confirmedBy    actor id
 * @param objectUntil    end of the period in which the member may object
 * @param objection      the member's words; null if it has not objected
 * @param answerBy       end of the period in which the objection has to be answered
 * @param answered       whether the objection was answered
 * @param reviewOn       when the suspension has to be lifted, extended with a reason, or followed by a case for cancellation
 * @param answeredBy     actor id of the officer who answered the objection; null if it was not answered, and in records of the
 *                       version before
 * @param decider        whom a programme manager named to answer the objection
 */
public record Suspension(
        String by,
        Instant at,
        @Nullable Instant confirmBy,
        @Nullable String confirmedBy,
        Instant objectUntil,
        @Nullable String objection,
        @Nullable Instant answerBy,
        boolean answered,
        Instant reviewOn,
        @Nullable String answeredBy,
        @Nullable NamedDecider decider) {

    static Suspension begun(String by, Instant at, @Nullable Instant confirmBy, Instant objectUntil, Instant reviewOn) {
        return new Suspension(by, at, confirmBy, null, objectUntil, null, null, false, reviewOn, null, null);
    }

    public boolean awaitsConfirmation() {
        return confirmBy != null && confirmedBy == null;
    }

    public boolean awaitsAnswer() {
        return objection != null && !answered;
    }

    Suspension confirmed(Actor officer) {
        if (!awaitsConfirmation()) {
            throw new Refusal.RuleBroken("nothing-to-confirm", Message.of("enrolment.membership.nothing-to-confirm"));
        }
        suspenderOnly().requireMayDecide(officer);
        return new Suspension(
                by,
                at,
                confirmBy,
                officer.id(),
                objectUntil,
                objection,
                answerBy,
                answered,
                reviewOn,
                answeredBy,
                decider);
    }

    Suspension objected(String words, Instant now, Instant answerDue) {
        if (objection != null) {
            throw new Refusal.RuleBroken("objected-already", Message.of("enrolment.membership.objected-already"));
        }
        if (now.isAfter(objectUntil)) {
            throw new Refusal.RuleBroken(
                    "objection-too-late", Message.of("enrolment.membership.objection-too-late", objectUntil));
        }
        return new Suspension(
                by, at, confirmBy, confirmedBy, objectUntil, words, answerDue, false, reviewOn, null, null);
    }

    Suspension answered(Actor officer) {
        requireObjection();
        answering().requireMayDecide(officer);
        return new Suspension(
                by, at, confirmBy, confirmedBy, objectUntil, objection, answerBy, true, reviewOn, officer.id(), null);
    }

    /** Where no officer is left who took no part: the manager names the one who answers the objection. */
    Suspension answeredOnlyBy(String officer, String reason, Actor manager) {
        requireObjection();
        var named = answering().naming(officer, reason, manager);
        return new Suspension(
                by,
                at,
                confirmBy,
                confirmedBy,
                objectUntil,
                objection,
                answerBy,
                answered,
                reviewOn,
                answeredBy,
                named);
    }

    /** Refuses the officer who suspended: nobody prolongs a suspension of their own. */
    Suspension extended(Instant until, Actor officer) {
        suspenderOnly().requireMayDecide(officer);
        return new Suspension(
                by, at, confirmBy, confirmedBy, objectUntil, objection, answerBy, answered, until, answeredBy, decider);
    }

    /** Who took part in it, for those who decide what becomes of it. */
    public List<Share> shares() {
        var shares = new ArrayList<Share>();
        shares.add(Share.participation(by, "SUSPENSION", "part.suspended"));
        if (confirmedBy != null) {
            shares.add(Share.participation(confirmedBy, "CONFIRMATION", "part.confirmed"));
        }
        if (answeredBy != null) {
            shares.add(Share.participation(answeredBy, "OBJECTION_ANSWER", "part.answered-objection"));
        }
        return shares;
    }

    private SeparationOfDuties suspenderOnly() {
        return SeparationOfDuties.of(Share.proposal(by, "SUSPENSION", "part.suspended"));
    }

    private SeparationOfDuties answering() {
        var confirmed = confirmedBy == null
                ? List.<Share>of()
                : List.of(Share.participation(confirmedBy, "CONFIRMATION", "part.confirmed"));
        return suspenderOnly().and(confirmed).unlessNamed(decider);
    }

    private void requireObjection() {
        if (!awaitsAnswer()) {
            throw new Refusal.RuleBroken("nothing-to-answer", Message.of("enrolment.membership.nothing-to-answer"));
        }
    }
}
