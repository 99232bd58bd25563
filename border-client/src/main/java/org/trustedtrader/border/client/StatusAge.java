package org.trustedtrader.border.client;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.eligibility.Moment;
import org.trustedtrader.border.feed.Batch;

/**
 * How old a copy's knowledge is. While the program runs time is measured on the monotonic clock; the time of day only ever
 * makes knowledge older: what seems to come from the future after a restart is not relied on.
 */
final class StatusAge {

    /** Longer than any lease. */
    static final Duration NEVER = Duration.ofDays(36_500);

    private final Clocks clocks;
    private volatile @Nullable Claim claim;
    private volatile Duration lease = Duration.ZERO;
    private long quickest = Long.MAX_VALUE;

    StatusAge(Clocks clocks) {
        this.clocks = clocks;
    }

    /** @param programmeThen programme time at that reading of the monotonic clock, rather too early than too late */
    private record Claim(long atNanos, Duration ageThen, Instant programmeThen) {

        Duration age(long nanos) {
            return ageThen.plusNanos(nanos - atNanos);
        }
    }

    /** A new connection, whose lines may be quicker or slower than those of the one before. */
    void connected() {
        quickest = Long.MAX_VALUE;
    }

    /** A batch has just come and is applied. One that came later than its forerunners was held up for at least as long. */
    void received(Batch.Issue issue) {
        var nanos = clocks.nanos().getAsLong();
        var drift = nanos - ChronoUnit.NANOS.between(Instant.EPOCH, issue.at());
        quickest = quickest == Long.MAX_VALUE || drift < quickest ? drift : quickest;
        var onTheWay = longer(
                Duration.between(issue.at(), clocks.wall().instant()), Duration.ofNanos(Math.max(0, drift - quickest)));
        lease = issue.lease();
        note(new Claim(nanos, issue.statusAge().plus(onTheWay), issue.programmeAt()));
    }

    /** A batch was kept from an earlier run, which was how long ago only the time of day can tell. */
    void kept(Batch.Issue issue, boolean clockWasSetBack) {
        var since = Duration.between(issue.at(), clocks.wall().instant());
        lease = issue.lease();
        var known = !since.isNegative() && !clockWasSetBack;
        note(new Claim(
                clocks.nanos().getAsLong(),
                known ? issue.statusAge().plus(since) : NEVER,
                known ? issue.programmeAt().plus(since) : issue.programmeAt()));
    }

    /** @param own the longest age of the status on which the caller relies; the issuer's lease counts if it is shorter */
    Moment moment(Duration own, boolean understood) {
        var shorter = own.compareTo(lease) < 0 ? own : lease;
        var last = claim;
        if (last == null) {
            return new Moment(clocks.wall().instant().truncatedTo(ChronoUnit.MILLIS), NEVER, shorter);
        }
        var nanos = clocks.nanos().getAsLong();
        var now = last.programmeThen().plusNanos(nanos - last.atNanos()).truncatedTo(ChronoUnit.MILLIS);
        return new Moment(now, understood ? last.age(nanos) : NEVER, shorter);
    }

    private void note(Claim newer) {
        var nanos = clocks.nanos().getAsLong();
        var before = claim;
        if (before == null || newer.age(nanos).compareTo(before.age(nanos)) <= 0) {
            claim = newer;
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
