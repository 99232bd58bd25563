package org.trustedtrader.enrolment.regionaccess;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.access.RegionScope;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.aggregate.StateGuard;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * One officer's access to the file of one company of another region, with a reason and an end. The officer opens it alone and at
 * once; programme managers and auditors see it. It ends by itself, or earlier by the officer or a programme manager.
 */
public final class RegionAccess extends Aggregate {

    /** What is stored; that the time is over follows from {@link Snapshot#until()}. */
    public enum State {
        OPEN,
        ENDED
    }

    /** Whether it opens the file at a moment. */
    public enum Status {
        OPEN,
        ENDED,
        EXPIRED
    }

    /**
     * What an officer asks for.
     *
     * @param company business number
     * @param region  of the company; empty for one without a site
     * @param file    the record that the officer has to work on, such as {@code applications/4711}; empty for none
     */
    public record Request(String company, Optional<String> region, String reason, String file) {}

    /**
     * The whole access, for storage and views.
     *
     * @param officer actor id
     * @param region  empty for a company without a site
     * @param until   programme time
     * @param endedAt null unless it was ended early
     */
    public record Snapshot(
            String company,
            String officer,
            String region,
            String reason,
            String file,
            State state,
            Instant openedAt,
            Instant until,
            @Nullable Instant endedAt,
            @Nullable String endedBy) {}

    private final String officer;
    private final Request request;
    private final Instant openedAt;
    private final Instant until;
    private State state;
    private @Nullable Instant endedAt;
    private @Nullable String endedBy;

    private RegionAccess(String id, Request request, String officer, Instant openedAt, Instant until) {
        super(id);
        this.request = request;
        this.officer = officer;
        this.openedAt = openedAt;
        this.until = until;
        this.state = State.OPEN;
    }

    private RegionAccess(Stored stored, Snapshot s) {
        super(stored);
        this.request = new Request(
                s.company(), Optional.of(s.region()).filter(region -> !region.isEmpty()), s.reason(), s.file());
        this.officer = s.officer();
        this.openedAt = s.openedAt();
        this.until = s.until();
        this.state = s.state();
        this.endedAt = s.endedAt();
        this.endedBy = s.endedBy();
    }

    /** @throws Refusal.RuleBroken {@code region-covered} if the file is open to the officer without it */
    public static RegionAccess open(String id, Request request, Duration lasts, Actor officer, Instant now) {
        if (RegionScope.of(officer).covers(request.region())) {
            throw new Refusal.RuleBroken("region-covered", Message.of("enrolment.region-access.covered"));
        }
        var at = now.truncatedTo(ChronoUnit.MILLIS);
        var access = new RegionAccess(id, request, officer.id(), at, at.plus(lasts));
        access.record(Change.birth(State.OPEN.name(), "opened", officer, at).because(request.reason()));
        return access;
    }

    public static RegionAccess restore(Stored stored, Snapshot snapshot) {
        return new RegionAccess(stored, snapshot);
    }

    /** @throws Refusal.WrongState if it ended before, or its time is over */
    public void end(String reason, Actor actor, Instant now) {
        StateGuard.require("end the access", status(now), Status.OPEN);
        record(Change.between(state, State.ENDED, "ended", actor, now).because(reason));
        state = State.ENDED;
        endedAt = now.truncatedTo(ChronoUnit.MILLIS);
        endedBy = actor.id();
    }

    public Status status(Instant now) {
        if (state == State.ENDED) {
            return Status.ENDED;
        }
        return now.isBefore(until) ? Status.OPEN : Status.EXPIRED;
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return isSeenByAll(actor) || Roles.isOfficer(actor) && actor.id().equals(officer);
    }

    /** Of no file: whoever has to open one must get at its access. */
    @Override
    public Optional<String> fileOf() {
        return Optional.empty();
    }

    /** Whether that actor sees every officer's accesses. */
    public static boolean isSeenByAll(Actor actor) {
        return actor.has(Roles.AUDITOR) || actor.has(Roles.PROGRAMME_MANAGER);
    }

    public Snapshot snapshot() {
        return new Snapshot(
                request.company(),
                officer,
                request.region().orElse(""),
                request.reason(),
                request.file(),
                state,
                openedAt,
                until,
                endedAt,
                endedBy);
    }
}
