package org.trustedtrader.enrolment.membership;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
        Instant reviewOn) {

    static Suspension begun(String by, Instant at, @Nullable Instant confirmBy, Instant objectUntil, Instant reviewOn) {
        return new Suspension(by, at, confirmBy, null, objectUntil, null, null, false, reviewOn);
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
        requireNoPart(officer);
        return new Suspension(by, at, confirmBy, officer.id(), objectUntil, objection, answerBy, answered, reviewOn);
    }

    Suspension objected(String words, Instant now, Instant answerDue) {
        if (objection != null) {
            throw new Refusal.RuleBroken("objected-already", Message.of("enrolment.membership.objected-already"));
        }
        if (now.isAfter(objectUntil)) {
            throw new Refusal.RuleBroken(
                    "objection-too-late", Message.of("enrolment.membership.objection-too-late", objectUntil));
        }
        return new Suspension(by, at, confirmBy, confirmedBy, objectUntil, words, answerDue, false, reviewOn);
    }

    Suspension answered(Actor officer) {
        if (!awaitsAnswer()) {
            throw new Refusal.RuleBroken("nothing-to-answer", Message.of("enrolment.membership.nothing-to-answer"));
        }
        requireNoPart(officer);
        return new Suspension(by, at, confirmBy, confirmedBy, objectUntil, objection, answerBy, true, reviewOn);
    }

    Suspension extended(Instant until) {
        return new Suspension(by, at, confirmBy, confirmedBy, objectUntil, objection, answerBy, answered, until);
    }

    /** Who took part, and how, in words that go on after "You". */
    Map<String, Message> parts() {
        var parts = new HashMap<String, Message>();
        parts.put(by, Message.of("enrolment.membership.you-suspended"));
        if (confirmedBy != null) {
            parts.put(confirmedBy, Message.of("enrolment.membership.you-confirmed"));
        }
        return parts;
    }

    private void requireNoPart(Actor officer) {
        var part = parts().get(officer.id());
        if (part != null) {
            throw new Refusal.RuleBroken("decided-by-someone-else", part);
        }
    }
}
