package org.trustedtrader.enrolment.application;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a decision may take. The clock starts on acceptance, stands still in pauses and stops with the decision; one day
 * is 24 hours of the running clock, and a day counts as used when it is over.
 *
 * @param days   the standard, in days
 * @param source where the number comes from, shown to the applicant
 */
public record ServiceStandard(int days, String source) {

    public ServiceStandard {
        if (days < 1 || days > 3650) {
            throw new IllegalArgumentException("a service standard has 1 to 3650 days, not " + days);
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("a service standard names its source");
        }
    }

    /** What the clock shows at a moment. */
    public Reading read(Timeline timeline, Instant now) {
        var start = timeline.acceptedAt();
        if (start == null) {
            return new Reading(Running.NOT_STARTED, 0, days, null);
        }
        var stop = timeline.stoppedAt();
        var end = stop == null ? now : stop;
        var paused = pausedUntil(timeline, end);
        var used = Duration.between(start, end).minus(paused).toDays();
        var due = start.plus(Duration.ofDays(days)).plus(paused);
        return new Reading(running(timeline), used, days - used, due);
    }

    private static Duration pausedUntil(Timeline timeline, Instant end) {
        return timeline.pauses().stream()
                .filter(pause -> pause.from().isBefore(end))
                .map(pause -> Duration.between(pause.from(), pause.endBy(end)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Running running(Timeline timeline) {
        if (timeline.stoppedAt() != null) {
            return Running.STOPPED;
        }
        return timeline.pauses().stream().anyMatch(Pause::open) ? Running.PAUSED : Running.RUNNING;
    }

    /** Whether the clock runs. */
    public enum Running {
        NOT_STARTED,
        RUNNING,
        PAUSED,
        STOPPED
    }

    /**
     * @param daysUsed whole days used
     * @param daysLeft days left, negative when the standard was missed
     * @param dueOn    when a decision is due if the clock is not paused again; moves on while it is paused
     */
    public record Reading(
            Running running,
            long daysUsed,
            long daysLeft,
            @Nullable Instant dueOn) {}
}
