package org.trustedtrader.assessment.profile;

import static org.trustedtrader.assessment.profile.Answer.State.ACCEPTED;
import static org.trustedtrader.assessment.profile.Answer.State.ANSWERED;
import static org.trustedtrader.assessment.profile.Answer.State.EMPTY;
import static org.trustedtrader.assessment.profile.Answer.State.EXEMPTED;
import static org.trustedtrader.assessment.profile.Answer.State.NA_ACCEPTED;
import static org.trustedtrader.assessment.profile.Answer.State.NA_CLAIMED;
import static org.trustedtrader.assessment.profile.Answer.State.REJECTED;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import org.trustedtrader.assessment.criteria.Scope;
import org.trustedtrader.platform.aggregate.StateGuard;
import org.trustedtrader.platform.calendar.DateRange;

/**
 * The answer to one criterion, or the place where it is missing.
 *
 * @param revision    of the criterion that was answered; if lower than the catalogue's, it has to be affirmed again
 * @param applicable  false once the criterion is no longer asked; the answer is kept
 * @param comment     the officer's last word, such as why it was rejected
 * @param exemptUntil the last day of an exemption
 * @param givenIn     the version of the profile in which the company gave it; unknown for an older one
 * @param judgedIn    the version of the profile that the officer judged
 * @param carriedOver whether the company took over for this scope what it had said as a whole, with the evidence for it
 */
public record Answer(
        String criterion,
        int revision,
        boolean applicable,
        State state,
        Optional<String> value,
        Optional<String> explanation,
        Optional<String> notApplicableReason,
        Optional<String> comment,
        Optional<LocalDate> exemptUntil,
        Optional<Long> givenIn,
        Optional<Long> judgedIn,
        boolean carriedOver) {

    private static final int LONGEST_EXEMPTION_YEARS = 5;

    /** {@code EMPTY → (ANSWERED | NA_CLAIMED) → (ACCEPTED | NA_ACCEPTED | REJECTED | EXEMPTED)}. */
    public enum State {
        EMPTY,
        ANSWERED,
        NA_CLAIMED,
        ACCEPTED,
        REJECTED,
        NA_ACCEPTED,
        EXEMPTED;

        /** Whether an officer has decided on it. */
        public boolean isJudged() {
            return this == REJECTED || isSettled();
        }

        boolean isAccepted() {
            return this == ACCEPTED || this == NA_ACCEPTED;
        }

        /** Whether nothing more is asked of the company. */
        public boolean isSettled() {
            return isAccepted() || this == EXEMPTED;
        }
    }

    static Answer missing(String criterion, int revision) {
        return new Answer(
                criterion,
                revision,
                true,
                EMPTY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** The earlier comment stays until the next judgement, so that the company sees what it is answering to. */
    Answer given(AnswerCommand given, int currentRevision, long newVersion) {
        State next = given.notApplicableReason().isPresent() ? NA_CLAIMED : ANSWERED;
        return new Answer(
                criterion,
                currentRevision,
                true,
                next,
                given.value(),
                given.explanation(),
                given.notApplicableReason(),
                comment,
                Optional.empty(),
                Optional.of(newVersion),
                Optional.empty(),
                given.carriedOver());
    }

    Answer judged(Judgement judgement, long version) {
        return judgement.verdict() == Judgement.Verdict.ACCEPT
                ? accepted(judgement.comment(), version)
                : rejected(judgement.comment().orElseThrow(), version);
    }

    Answer accepted(Optional<String> newComment, long version) {
        guard();
        return in(notApplicableReason.isPresent() ? NA_ACCEPTED : ACCEPTED, newComment, Optional.empty(), version);
    }

    Answer rejected(String newComment, long version) {
        guard();
        return in(REJECTED, Optional.of(newComment), Optional.empty(), version);
    }

    /** Until a later day than today, at most {@value #LONGEST_EXEMPTION_YEARS} years from today. */
    Answer exempted(String reason, LocalDate until, LocalDate today, long version) {
        admitExemption(until, today);
        guard();
        return in(EXEMPTED, Optional.of(reason), Optional.of(until), version);
    }

    /** @throws org.trustedtrader.platform.refusal.Refusal.InvalidInput naming {@code until} */
    public static void admitExemption(LocalDate until, LocalDate today) {
        new DateRange(today.plusDays(1), today.plusYears(LONGEST_EXEMPTION_YEARS)).admit("until", until);
    }

    /** The same said once more by the company; what officers said of it stays behind. */
    AnswerCommand repeatedIn(Scope scope, boolean isCarriedOver) {
        return new AnswerCommand(scope, criterion, value, explanation, notApplicableReason, isCarriedOver);
    }

    /** As the company gave it, before an officer accepted it. */
    Answer unjudged() {
        return new Answer(
                criterion,
                revision,
                applicable,
                state == NA_ACCEPTED ? NA_CLAIMED : ANSWERED,
                value,
                explanation,
                notApplicableReason,
                comment,
                Optional.empty(),
                givenIn,
                Optional.empty(),
                carriedOver);
    }

    Answer asked(boolean stillApplicable) {
        return new Answer(
                criterion,
                revision,
                stillApplicable,
                state,
                value,
                explanation,
                notApplicableReason,
                comment,
                exemptUntil,
                givenIn,
                judgedIn,
                carriedOver);
    }

    /** Given to an earlier revision of the criterion than the current one. */
    public boolean isOlderThan(int currentRevision) {
        return state != EMPTY && revision < currentRevision;
    }

    private void guard() {
        StateGuard.require("judge the answer", state, EnumSet.complementOf(EnumSet.of(EMPTY)));
    }

    private Answer in(
            State newState, Optional<String> newComment, Optional<LocalDate> newExemptUntil, long judgedVersion) {
        return new Answer(
                criterion,
                revision,
                applicable,
                newState,
                value,
                explanation,
                notApplicableReason,
                newComment,
                newExemptUntil,
                givenIn,
                Optional.of(judgedVersion),
                carriedOver);
    }
}
