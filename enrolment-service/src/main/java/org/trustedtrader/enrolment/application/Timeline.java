package org.trustedtrader.enrolment.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dates of an application from which its clock is computed; days used and left are never stored.
 *
 * @param acceptedAt when the clock started
 * @param stoppedAt  when it stopped for good: decided, withdrawn or lapsed
 * @param replyDueAt by when the applicant has to reply, while the ball is with them and silence has a consequence
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

    Timeline paused(Pause.Reason reason, Instant at, Instant due) {
        var longer = new ArrayList<>(pauses);
        longer.add(new Pause(reason, at, null));
        return new Timeline(submittedAt, acceptedAt, longer, stoppedAt, due);
    }

    Timeline resumed(Instant at) {
        var ended = pauses.stream().map(p -> p.open() ? p.endingAt(at) : p).toList();
        return new Timeline(submittedAt, acceptedAt, ended, stoppedAt, null);
    }

    Timeline stopped(Instant at) {
        return new Timeline(submittedAt, acceptedAt, resumed(at).pauses(), at, null);
    }

    Timeline replied() {
        return new Timeline(submittedAt, acceptedAt, pauses, stoppedAt, null);
    }

    /** A decision was taken back: the clock runs as if it had never stopped. */
    Timeline runningAgain() {
        return new Timeline(submittedAt, acceptedAt, pauses, null, null);
    }

    boolean replyOverdue(Instant now) {
        return replyDueAt != null && now.isAfter(replyDueAt);
    }
}
