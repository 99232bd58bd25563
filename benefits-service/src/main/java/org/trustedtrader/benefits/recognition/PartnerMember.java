package org.trustedtrader.benefits.recognition;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.recognition.MemberFact;
import org.trustedtrader.border.recognition.MemberFact.Period;
import org.trustedtrader.border.recognition.MemberState;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.aggregate.StateGuard;

/**
 * A member of a partner's programme, known by its TIN. What a list takes away counts whatever the list's age; what it gives
 * back has to be newer than the loss.
 */
public final class PartnerMember extends Aggregate {

    public static final String LISTED = "LISTED";
    public static final String MISSING = "MISSING_FROM_LIST";
    private static final String NOT_UNDERSTOOD = "ROW_NOT_UNDERSTOOD";
    private static final int MOST_SPELLS = 50;

    /**
     * The state that a member is in.
     *
     * @param reasonCode  why, such as {@code LISTED} or {@code MISSING_FROM_LIST}
     * @param since       programme time
     * @param nameDiffers whether the name last sent is not the one known before
     */
    public record MemberStatus(MemberState state, String reasonCode, Instant since, boolean nameDiffers) {}

    /** The whole member, as it is stored. */
    public record Snapshot(Source source, MemberStatus status, MemberDetails details, List<StoredPeriod> spells) {}

    /** @param ends null if the authorisation has no end */
    public record StoredPeriod(
            long version,
            Instant from,
            MemberState state,
            Set<String> lines,
            @Nullable Instant ends) {

        static StoredPeriod of(Period spell) {
            var ends = spell.ends() == Long.MAX_VALUE ? null : Instant.ofEpochMilli(spell.ends());
            return new StoredPeriod(
                    spell.version(), Instant.ofEpochMilli(spell.from()), spell.state(), spell.lines(), ends);
        }

        Period toPeriod() {
            return new Period(
                    version, from.toEpochMilli(), state, lines, ends == null ? Long.MAX_VALUE : ends.toEpochMilli());
        }
    }

    private MemberDetails details;
    private MemberStatus status;
    private Source source;
    private final List<Period> spells;

    private PartnerMember(MemberRow row, Source source, MemberStatus status) {
        super(row.tin());
        this.details = row.details();
        this.status = status;
        this.source = source;
        this.spells = new ArrayList<>();
    }

    private PartnerMember(Stored stored, Snapshot snapshot) {
        super(stored);
        this.details = snapshot.details();
        this.status = snapshot.status();
        this.source = snapshot.source();
        this.spells = new ArrayList<>(
                snapshot.spells().stream().map(StoredPeriod::toPeriod).toList());
    }

    public static PartnerMember restore(Stored stored, Snapshot snapshot) {
        return new PartnerMember(stored, snapshot);
    }

    public Snapshot snapshot() {
        return new Snapshot(
                source, status, details, spells.stream().map(StoredPeriod::of).toList());
    }

    /** A member that is named for the first time. */
    static PartnerMember receive(MemberRow row, Source source, boolean nameDiffers, Actor actor, Instant at) {
        var since = at.truncatedTo(ChronoUnit.MILLIS);
        var member = new PartnerMember(row, source, new MemberStatus(row.status(), LISTED, since, nameDiffers));
        member.record(
                Change.birth(row.status().name(), "received", actor, since).because(source.listId()));
        member.begin(since);
        return member;
    }

    /** Why that row, of a list drawn then, cannot give back what this member has lost. */
    Optional<RowCode> objection(MemberRow row, Instant drawnAt) {
        var lost = status.state() == MemberState.SUSPENDED || status.state() == MemberState.REVOKED;
        if (!lost || row.status() == MemberState.REVOKED || row.status() == status.state()) {
            return Optional.empty();
        }
        if (wasNoticed() && !drawnAt.isAfter(status.since())) {
            return Optional.of(RowCode.STATUS_OLDER);
        }
        if (status.state() == MemberState.SUSPENDED) {
            return row.details().statusDate().isBefore(details.statusDate())
                    ? Optional.of(RowCode.STATUS_OLDER)
                    : Optional.empty();
        }
        return !isMissing() && row.details().authorisationDate().isBefore(details.statusDate())
                ? Optional.of(RowCode.REVOKED_BEFORE)
                : Optional.empty();
    }

    /** Takes in a row that nothing speaks against; records nothing if it says what is known, or less than a later list said. */
    void update(MemberRow row, Source from, boolean nameDiffers, Actor actor, Instant at) {
        var told = told(row);
        var same = row.status() == status.state();
        if (from.sequence() < source.sequence()
                || (same && told.equals(details) && nameDiffers == status.nameDiffers())) {
            return;
        }
        var since = same ? status.since() : moment(at);
        var name = same ? "amended" : verb(row.status());
        move(new MemberStatus(row.status(), LISTED, since, nameDiffers), name, from.listId(), actor, at);
        details = told;
        source = from;
        begin(moment(at));
    }

    /** A loss that is known already does not become older by being told again. */
    private MemberDetails told(MemberRow row) {
        var known = details.statusDate();
        return row.isLoss()
                        && row.status() == status.state()
                        && row.details().statusDate().isBefore(known)
                ? row.details().statusSince(known)
                : row.details();
    }

    /** The partner says so apart from its lists. Counts at once. */
    void suspend(SuspensionNotice notice, Actor actor, Instant at) {
        StateGuard.require("suspend the member", status.state(), MemberState.ACTIVE, MemberState.QUARANTINED);
        move(statusOf(MemberState.SUSPENDED, notice.reasonCode(), at), "suspended", notice.reasonCode(), actor, at);
        details = details.statusSince(notice.statusDate());
        source = new Source(source.partner(), "", source.sequence());
        begin(moment(at));
    }

    /** A row about this member was not understood; it may have been a suspension. */
    void quarantine(Source from, Actor actor, Instant at) {
        if (status.state() == MemberState.ACTIVE && from.sequence() >= source.sequence()) {
            move(statusOf(MemberState.QUARANTINED, NOT_UNDERSTOOD, at), "quarantined", from.listId(), actor, at);
            source = from;
            begin(moment(at));
        }
    }

    /** A whole list came that does not name it. */
    void miss(Source from, Actor actor, Instant at) {
        if (status.state() != MemberState.REVOKED && from.sequence() >= source.sequence()) {
            move(statusOf(MemberState.REVOKED, MISSING, at), "revoked", from.listId(), actor, at);
            details = details.statusSince(at.atZone(ZoneOffset.UTC).toLocalDate());
            source = from;
            begin(moment(at));
        }
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return Roles.OFFICERS.stream().anyMatch(actor::has);
    }

    @Override
    public Optional<String> fileOf() {
        return Optional.empty();
    }

    public MemberDetails details() {
        return details;
    }

    public MemberStatus status() {
        return status;
    }

    public Source source() {
        return source;
    }

    public List<Period> spells() {
        return List.copyOf(spells);
    }

    public MemberFact fact() {
        return new MemberFact(id(), source.partner(), version(), spells);
    }

    boolean isMissing() {
        return status.state() == MemberState.REVOKED && status.reasonCode().equals(MISSING);
    }

    /** Whether the present state came by a single notice and not by a list. */
    private boolean wasNoticed() {
        return source.listId().isEmpty();
    }

    private MemberStatus statusOf(MemberState state, String reasonCode, Instant at) {
        return new MemberStatus(state, reasonCode, moment(at), status.nameDiffers());
    }

    private void move(MemberStatus to, String name, String reason, Actor actor, Instant at) {
        record(Change.between(status.state(), to.state(), name, actor, moment(at))
                .because(reason));
        status = to;
    }

    private String verb(MemberState after) {
        return switch (after) {
            case ACTIVE -> status.state() == MemberState.REVOKED ? "readmitted" : "reinstated";
            case SUSPENDED -> "suspended";
            case REVOKED -> "revoked";
            case QUARANTINED -> "quarantined";
        };
    }

    /** A clock that lags behind the last change does not put one spell before another. */
    private Instant moment(Instant at) {
        var millis = at.truncatedTo(ChronoUnit.MILLIS);
        if (spells.isEmpty()) {
            return millis;
        }
        var last = Instant.ofEpochMilli(spells.getLast().from());
        return millis.isBefore(last) ? last : millis;
    }

    private void begin(Instant from) {
        var spell = new Period(version(), from.toEpochMilli(), status.state(), details.roles(), details.ends());
        if (!spells.isEmpty() && sameEffect(spells.getLast(), spell)) {
            return;
        }
        spells.add(spell);
        if (spells.size() > MOST_SPELLS) {
            spells.removeFirst();
        }
    }

    private static boolean sameEffect(Period one, Period other) {
        return one.state() == other.state()
                && one.ends() == other.ends()
                && one.lines().equals(other.lines());
    }
}
