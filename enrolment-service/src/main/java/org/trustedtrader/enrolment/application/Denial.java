package org.trustedtrader.enrolment.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A denial from its intent on. It stays on the file whatever becomes of it.
 *
 * @param fact       the fact that ruled the company out, if it was denied on one
 * @param proposedBy the officer who issued the intent, an actor id
 * @param outcome    null while it is not decided
 * @param decision   the grounds of the decision, if they were stated anew
 */
public record Denial(
        Grounds intent,
        @Nullable DisqualifyingFact fact,
        String proposedBy,
        Instant proposedAt,
        @Nullable Outcome outcome,
        @Nullable Grounds decision,
        @Nullable Instant endedAt) {

    /** What became of an intent to deny. */
    public enum Outcome {
        DENIED,
        /** The company did not answer, and the application was denied on the grounds of the intent. */
        DENIED_UNANSWERED,
        /** The programme took the intent back. */
        SENT_BACK,
        /** The company withdrew its application. */
        WITHDRAWN
    }

    /** What an officer proposes. */
    public record Proposal(Grounds grounds, @Nullable DisqualifyingFact fact) {}

    static Denial proposed(Proposal proposal, String officer, Instant at) {
        return new Denial(proposal.grounds(), proposal.fact(), officer, at, null, null, null);
    }

    /** Those of the decision, or of the intent while there is none. */
    public Grounds grounds() {
        return decision == null ? intent : decision;
    }

    boolean pending() {
        return outcome == null;
    }

    Denial ended(Outcome how, @Nullable Grounds newDecision, Instant at) {
        return new Denial(intent, fact, proposedBy, proposedAt, how, newDecision, at);
    }
}
