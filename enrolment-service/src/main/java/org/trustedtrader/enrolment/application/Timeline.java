package org.trustedtrader.enrolment.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Actor;

/**
 * The dates of an application from which its clock is computed; days used and left are never stored.
 *
 * @param acceptedAt when the clock started
 * @param pauses     every stop of the clock, the last one for good among them
 * @param stoppedAt  when it stopped for good: decided, withdrawn or lapsed
 * @param replyDueAt by when the applicant has to reply, while it is their turn and silence has a consequence
 */
public record Timeline(
        @Nullable Instant submittedAt,
        @Nullable Instant acceptedAt,
        List<Pause> pauses,
        @Nullable Instant stoppedAt,
        @Nullable Instant replyDueAt) {

    static final Timeline NOT_STARTED = new Timeline(null, null, List.of(), null, null);

    public Timeline {
        pauses = List.copyOf(pauses);
    }

    Timeline submitted(Instant at) {
        return new Timeline(at, acceptedAt, pauses, stoppedAt, null);
    }

    Timeline accepted(Instant at) {
        return new Timeline(submittedAt, at, pauses, stoppedAt, null);
    }

    Timeline awaitingReplyUntil(Instant due) {
        return new Timeline(submittedAt, acceptedAt, pauses, stoppedAt, due);
    }

    /** Stops the clock, instead of whatever it stood still for before. */
    Timeline paused(Pause.Reason reason, Actor by, Instant at) {
        return new Timeline(submittedAt, acceptedAt, with(Pause.began(reason, at, by), by), null, null);
    }

    /** Lets the clock run, also after an approval that is taken back. */
    Timeline resumed(Actor by, Instant at) {
        return new Timeline(submittedAt, acceptedAt, ended(by, at).toList(), null, null);
    }

    Timeline stopped(Pause.Reason reason, Actor by, Instant at) {
        return new Timeline(submittedAt, acceptedAt, with(Pause.began(reason, at, by), by), at, null);
    }

    Timeline replied() {
        return new Timeline(submittedAt, acceptedAt, pauses, stoppedAt, null);
    }

    boolean replyOverdue(Instant now) {
        return replyDueAt != null && now.isAfter(replyDueAt);
    }

    Optional<Pause.Reason> standsStillFor() {
        return pauses.stream().filter(Pause::open).map(Pause::reason).findFirst();
    }

    /** Those who approved, also if their approval was taken back. */
    Stream<String> approvers() {
        return approvals()
                .flatMap(pause -> Stream.ofNullable(pause.stoppedBy()))
                .map(Pause.By::actor);
    }

    boolean approvalTakenBack() {
        return approvals().anyMatch(pause -> !pause.open());
    }

    private Stream<Pause> approvals() {
        return pauses.stream().filter(pause -> pause.reason() == Pause.Reason.APPROVED);
    }

    private List<Pause> with(Pause newest, Actor by) {
        return Stream.concat(ended(by, newest.from()), Stream.of(newest)).toList();
    }

    /** A pause that ends in the moment in which it began is none. */
    private Stream<Pause> ended(Actor by, Instant at) {
        return pauses.stream().map(p -> p.open() ? p.endingAt(at, by) : p).filter(pause -> !pause.empty());
    }
}
