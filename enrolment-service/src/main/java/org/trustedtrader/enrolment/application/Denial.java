package org.trustedtrader.enrolment.application;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.company.LineOfBusiness;

/**
 * A denial from its intent on. It stays on the file whatever becomes of it.
 *
 * @param fact       the fact that ruled the company out, if it was denied on one
 * @param lines      the lines of business that are denied; empty if that is the whole application
 * @param proposedBy the officer who issued the intent, an actor id
 * @param outcome    null while it is not decided
 * @param decision   the grounds of the decision, if they were stated anew
 * @param reapplication from when the company may apply for these lines again; null for the whole application, which says so itself
 */
public record Denial(
        Grounds intent,
        @Nullable DisqualifyingFact fact,
        Set<LineOfBusiness> lines,
        String proposedBy,
        Instant proposedAt,
        @Nullable Outcome outcome,
        @Nullable Grounds decision,
        @Nullable Instant endedAt,
        @Nullable Reapplication reapplication) {

    public Denial {
        lines = LineOfBusiness.inOrder(lines);
    }

    /** What became of an intent to deny. */
    public enum Outcome {
        DENIED,
        /** The company did not answer, and the application was denied on the grounds of the intent. */
        DENIED_UNANSWERED,
        /** The programme took the intent back. */
        SENT_BACK,
        /** The company withdrew its application, or gave up the lines. */
        WITHDRAWN
    }

    /**
     * What an officer proposes.
     *
     * @param lines empty for the whole application
     */
    public record Proposal(Grounds grounds, @Nullable DisqualifyingFact fact, Set<LineOfBusiness> lines) {

        public Proposal {
            lines = LineOfBusiness.inOrder(lines);
        }

        Proposal of(Set<LineOfBusiness> others) {
            return new Proposal(grounds, fact, others);
        }
    }

    static Denial proposed(Proposal proposal, String officer, Instant at) {
        return new Denial(proposal.grounds(), proposal.fact(), proposal.lines(), officer, at, null, null, null, null);
    }

    /** Those of the decision, or of the intent while there is none. */
    public Grounds grounds() {
        return decision == null ? intent : decision;
    }

    boolean pending() {
        return outcome == null;
    }

    boolean decided() {
        return outcome == Outcome.DENIED || outcome == Outcome.DENIED_UNANSWERED;
    }

    boolean ofSomeLines() {
        return !lines.isEmpty();
    }

    boolean concerns(LineOfBusiness line) {
        return lines.isEmpty() || lines.contains(line);
    }

    Denial ended(Outcome how, @Nullable Grounds newDecision, Instant at, @Nullable Reapplication newWait) {
        return new Denial(intent, fact, lines, proposedBy, proposedAt, how, newDecision, at, newWait);
    }
}
