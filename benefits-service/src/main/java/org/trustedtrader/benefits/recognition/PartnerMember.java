package org.trustedtrader.benefits.recognition;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trustedtrader.border.recognition.MemberFact;
import org.trustedtrader.border.recognition.MemberFact.Period;
import org.trustedtrader.border.recognition.MemberState;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * A member of a partner's programme, known by its TIN. What a list takes away counts whatever the list's age; what it gives
 * back has to be newer than the loss.
 */
public final class PartnerMember extends Aggregate {

    public static final String LISTED = "LISTED";
    public static final String MISSING = "MISSING_FROM_LIST";
    private static final String NOT_UNDERSTOOD = "ROW_NOT_UNDERSTOOD";
    private static final int MOST_SPELLS = 50;

    private Details details;
    private Standing standing;
    private Source source;
    private final List<Period> spells;

    private PartnerMember(Listed row, Source source, Standing standing) {
        super(row.tin());
        this.details = row.details();
        this.standing = standing;
        this.source = source;
        this.spells = new ArrayList<>();
    }

    public PartnerMember(Stored stored, Details details, Standing standing, Source source, List<Period> spells) {
        super(stored);
        this.details = details;
        this.standing = standing;
        this.source = source;
        this.spells = new ArrayList<>(spells);
    }

    /** A member that is named for the first time. */
    static PartnerMember receive(Listed row, Source source, boolean nameDiffers, Actor actor, Instant at) {
        var since = at.truncatedTo(ChronoUnit.MILLIS);
        var member = new PartnerMember(row, source, new Standing(row.status(), LISTED, since, nameDiffers));
        member.record(
                Change.birth(row.status().name(), "received", actor, since).because(source.listId()));
        member.begin(since);
        return member;
    }

    /** Why that row, of a list drawn then, cannot give back what this member has lost. */
    Optional<RowCode> objection(Listed row, Instant drawnAt) {
        var lost = standing.state() == MemberState.SUSPENDED || standing.state() == MemberState.REVOKED;
        if (!lost || row.status() == MemberState.REVOKED || row.status() == standing.state()) {
            return Optional.empty();
        }
        if (wasNoticed() && !drawnAt.isAfter(standing.since())) {
            return Optional.of(RowCode.STATUS_OLDER);
        }
        if (standing.state() == MemberState.SUSPENDED) {
            return row.details().statusDate().isBefore(details.statusDate())
                    ? Optional.of(RowCode.STATUS_OLDER)
                    : Optional.empty();
        }
        return !isMissing() && row.details().authorisationDate().isBefore(details.statusDate())
                ? Optional.of(RowCode.REVOKED_BEFORE)
                : Optional.empty();
    }

    /** Takes in a row that nothing speaks against; records nothing if it says what is known, or less than a later list said. */
    void update(Listed row, Source from, boolean nameDiffers, Actor actor, Instant at) {
        var told = told(row);
        var same = row.status() == standing.state();
        if (from.sequence() < source.sequence()
                || (same && told.equals(details) && nameDiffers == standing.nameDiffers())) {
            return;
        }
        var since = same ? standing.since() : moment(at);
        var name = same ? "amended" : verb(row.status());
        move(new Standing(row.status(), LISTED, since, nameDiffers), name, from.listId(), actor, at);
        details = told;
        source = from;
        begin(moment(at));
    }

    /** A loss that is known already does not become older by being told again. */
    private Details told(Listed row) {
        var known = details.statusDate();
        return row.isLoss()
                        && row.status() == standing.state()
                        && row.details().statusDate().isBefore(known)
                ? row.details().statusSince(known)
                : row.details();
    }

    /** The partner says so apart from its lists. Counts at once. */
    void suspend(Notice notice, Actor actor, Instant at) {
        if (standing.state() == MemberState.REVOKED || standing.state() == MemberState.SUSPENDED) {
            throw new Refusal.WrongState("suspend the member", standing.state().name(), "ACTIVE, QUARANTINED");
        }
        move(standingOf(MemberState.SUSPENDED, notice.reasonCode(), at), "suspended", notice.reasonCode(), actor, at);
        details = details.statusSince(notice.statusDate());
        source = new Source(source.partner(), "", source.sequence());
        begin(moment(at));
    }

    /** A row about this member was not understood; it may have been a suspension. */
    void quarantine(Source from, Actor actor, Instant at) {
        if (standing.state() == MemberState.ACTIVE && from.sequence() >= source.sequence()) {
            move(standingOf(MemberState.QUARANTINED, NOT_UNDERSTOOD, at), "quarantined", from.listId(), actor, at);
            source = from;
            begin(moment(at));
        }
    }

    /** A whole list came that does not name it. */
    void miss(Source from, Actor actor, Instant at) {
        if (standing.state() != MemberState.REVOKED && from.sequence() >= source.sequence()) {
            move(standingOf(MemberState.REVOKED, MISSING, at), "revoked", from.listId(), actor, at);
            details = details.statusSince(at.atZone(ZoneOffset.UTC).toLocalDate());
            source = from;
            begin(moment(at));
        }
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return Officers.have(actor);
    }

    public Details details() {
        return details;
    }

    public Standing standing() {
        return standing;
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
        return standing.state() == MemberState.REVOKED && standing.reasonCode().equals(MISSING);
    }

    /** Whether the present state came by a single notice and not by a list. */
    private boolean wasNoticed() {
        return source.listId().isEmpty();
    }

    private Standing standingOf(MemberState state, String reasonCode, Instant at) {
        return new Standing(state, reasonCode, moment(at), standing.nameDiffers());
    }

    private void move(Standing to, String name, String reason, Actor actor, Instant at) {
        record(Change.between(standing.state(), to.state(), name, actor, moment(at))
                .because(reason));
        standing = to;
    }

    private String verb(MemberState after) {
        return switch (after) {
            case ACTIVE -> standing.state() == MemberState.REVOKED ? "readmitted" : "reinstated";
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
        var spell = new Period(version(), from.toEpochMilli(), standing.state(), details.roles(), details.ends());
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
