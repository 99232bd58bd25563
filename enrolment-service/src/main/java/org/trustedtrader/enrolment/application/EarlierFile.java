package org.trustedtrader.enrolment.application;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An earlier application of the same company that intake has to know of.
 *
 * @param at      when it ended
 * @param grounds of the denial; null for a cancelled membership, and if they are not on that file
 */
public record EarlierFile(
        String applicationId,
        Outcome outcome,
        Instant at,
        @Nullable Grounds grounds) {

    /** How it ended. */
    public enum Outcome {
        DENIED,
        /** The company withdrew it while a denial was pending. */
        WITHDRAWN_BEFORE_DENIAL,
        /** Some of its lines of business were denied; the others went on. */
        LINES_DENIED,
        /** The membership that came of it was cancelled. */
        MEMBERSHIP_CANCELLED
    }

    /** Empty for an application that ended in another way. */
    static Optional<EarlierFile> of(MembershipApplication application) {
        var file = application.snapshot();
        var denial = file.denials().latest();
        var end = file.timeline().stoppedAt();
        var grounds = denial.map(Denial::grounds).orElse(null);
        var wait = file.reapplication();
        if (wait != null && wait.cause() == Reapplication.Cause.CANCELLED) {
            return Optional.of(new EarlierFile(application.id(), Outcome.MEMBERSHIP_CANCELLED, wait.since(), null));
        }
        if (file.state() == ApplicationState.DENIED && end != null) {
            return Optional.of(new EarlierFile(application.id(), Outcome.DENIED, end, grounds));
        }
        if (file.state() == ApplicationState.WITHDRAWN && end != null) {
            return denial.filter(d -> d.outcome() == Denial.Outcome.WITHDRAWN)
                    .map(d -> new EarlierFile(application.id(), Outcome.WITHDRAWN_BEFORE_DENIAL, end, grounds));
        }
        return file.denials().all().stream()
                .filter(d -> d.ofSomeLines() && d.decided())
                .reduce((older, newer) -> newer)
                .map(d -> new EarlierFile(application.id(), Outcome.LINES_DENIED, d.endedAt(), d.grounds()));
    }
}
