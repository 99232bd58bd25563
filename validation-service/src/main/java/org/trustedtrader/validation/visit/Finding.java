package org.trustedtrader.validation.visit;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.StateGuard;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Something that the validator saw. It is the company's to answer once it is communicated, and the validator's to judge.
 *
 * @param id        {@code F1}, {@code F2}, … within the visit
 * @param area      the area of the security profile, as in the risk per area
 * @param criterion id of the criterion that it is about, if it is about one
 * @param response  what the company answered last
 * @param judgement what the validator, or who decided the dispute, thought of it
 * @param decidedBy actor id of the officer who decided the dispute
 */
public record Finding(
        String id,
        Kind kind,
        String area,
        @Nullable String criterion,
        String text,
        State state,
        @Nullable String response,
        @Nullable String judgement,
        @Nullable String decidedBy) {

    /** What a finding asks of the company: to act, to consider, or nothing. */
    public enum Kind {
        ACTION_REQUIRED,
        RECOMMENDATION,
        BEST_PRACTICE;

        /** Whether the company is expected to reply. */
        public boolean asksForAResponse() {
            return this != BEST_PRACTICE;
        }
    }

    /**
     * The life of a finding. DISPUTED means that the validator does not accept the company's response; another officer
     * decides whether the finding is UPHELD or DROPPED.
     */
    public enum State {
        RAISED,
        COMMUNICATED,
        RESPONDED,
        ACCEPTED,
        DISPUTED,
        UPHELD,
        DROPPED,
        RESOLVED
    }

    /** What the other officer decides on a disputed finding: it stands, or it falls. */
    public enum Decision {
        UPHELD(State.UPHELD),
        DROPPED(State.DROPPED);

        private final State leadsTo;

        Decision(State leadsTo) {
            this.leadsTo = leadsTo;
        }
    }

    public static Finding raised(int number, Kind kind, String area, @Nullable String criterion, String text) {
        return new Finding("F" + number, kind, area, criterion, text, State.RAISED, null, null, null);
    }

    Finding communicated() {
        return in(State.COMMUNICATED, "communicate a finding", State.RAISED);
    }

    /** An answer may be replaced until it is accepted. */
    Finding respondedWith(String newResponse) {
        if (!kind.asksForAResponse()) {
            throw new Refusal.RuleBroken(
                    "no-response-needed", Message.of("validation.finding.no-response-needed", id, kind));
        }
        return in(
                        State.RESPONDED,
                        "respond to a finding",
                        State.COMMUNICATED,
                        State.RESPONDED,
                        State.DISPUTED,
                        State.UPHELD)
                .with(newResponse, null);
    }

    Finding accepted(String comment) {
        return in(State.ACCEPTED, "accept a response", State.RESPONDED, State.DISPUTED)
                .with(response, comment);
    }

    Finding disputed(String comment) {
        return in(State.DISPUTED, "dispute a response", State.RESPONDED).with(response, comment);
    }

    Finding decided(Decision decision, String comment, String officer) {
        var decided = in(decision.leadsTo, "decide a dispute", State.DISPUTED);
        return new Finding(id, kind, area, criterion, text, decided.state, response, comment, officer);
    }

    /** Done and verified. */
    Finding resolved(String comment) {
        return in(State.RESOLVED, "resolve a finding", State.ACCEPTED).with(response, comment);
    }

    boolean isUnresolvedAction() {
        return kind == Kind.ACTION_REQUIRED && state != State.RESOLVED && state != State.DROPPED;
    }

    boolean awaitsResponse() {
        return kind.asksForAResponse()
                && Set.of(State.COMMUNICATED, State.DISPUTED, State.UPHELD).contains(state);
    }

    private Finding in(State next, String command, State first, State... more) {
        StateGuard.require(command, state, first, more);
        return new Finding(id, kind, area, criterion, text, next, response, judgement, decidedBy);
    }

    private Finding with(@Nullable String newResponse, @Nullable String newJudgement) {
        return new Finding(id, kind, area, criterion, text, state, newResponse, newJudgement, decidedBy);
    }
}
