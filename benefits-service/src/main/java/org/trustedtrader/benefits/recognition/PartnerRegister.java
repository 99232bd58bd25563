package org.trustedtrader.benefits.recognition;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.recognition.Refresh;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.access.SeparationOfDuties;
import org.trustedtrader.platform.access.SeparationOfDuties.Share;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** What one partner has sent: the newest list, the one being taken in, and when its lists were drawn. */
public final class PartnerRegister extends Aggregate {

    private static final int MOST_REFRESHES = 1000;

    /**
     * A list as the register remembers it.
     *
     * @param sentBy actor id of the officer who sent it first; null in records of the version before
     */
    public record Entry(
            String listId,
            long sequence,
            Instant drawnAt,
            @Nullable String sentBy) {}

    /**
     * @param newest    taken in whole
     * @param open      begun and not finished, or held; no list before it is taken any more
     * @param confirmed the held list whose losses were confirmed
     */
    public record Progress(
            @Nullable Entry newest,
            @Nullable Entry open,
            boolean held,
            @Nullable String confirmed) {

        static final Progress NONE = new Progress(null, null, false, null);
    }

    /** The whole register, as it is stored. */
    public record Snapshot(Progress progress, List<StoredRefresh> refreshes) {}

    /** A list that was taken in whole, and when it was drawn. */
    public record StoredRefresh(long version, Instant drawnAt) {}

    private Progress progress;
    private final List<Refresh> refreshes;

    private PartnerRegister(String partner) {
        super(partner);
        this.progress = Progress.NONE;
        this.refreshes = new ArrayList<>();
    }

    private PartnerRegister(Stored stored, Snapshot snapshot) {
        super(stored);
        this.progress = snapshot.progress();
        this.refreshes = new ArrayList<>(snapshot.refreshes().stream()
                .map(r -> new Refresh(r.version(), r.drawnAt().toEpochMilli()))
                .toList());
    }

    public static PartnerRegister restore(Stored stored, Snapshot snapshot) {
        return new PartnerRegister(stored, snapshot);
    }

    public Snapshot snapshot() {
        return new Snapshot(
                progress,
                refreshes.stream()
                        .map(r -> new StoredRefresh(r.version(), Instant.ofEpochMilli(r.drawnAt())))
                        .toList());
    }

    static PartnerRegister open(String partner, Actor actor, Instant at) {
        var register = new PartnerRegister(partner);
        register.record(Change.birth("WAITING", "opened", actor, at));
        return register;
    }

    /**
     * Begins a list, or goes on with it if it was begun before.
     *
     * @throws Refusal.RuleBroken if a newer list was sent before, so that an old one never undoes what that one said
     */
    void begin(String listId, ListHeader header, Actor actor, Instant at) {
        if (isFinished(listId) || isOpen(listId)) {
            return;
        }
        var newest = progress.newest();
        var seen = progress.open() == null ? newest : progress.open();
        if (seen != null
                && (header.sequence() <= seen.sequence() || header.drawnAt().isBefore(seen.drawnAt()))) {
            throw new Refusal.RuleBroken(
                    "list-out-of-date",
                    Message.of("benefits.recognition.list-out-of-date", seen.sequence(), seen.drawnAt()));
        }
        record(within("list-begun", actor, at).because(listId));
        var entry = new Entry(listId, header.sequence(), header.drawnAt(), actor.id());
        progress = new Progress(newest, entry, false, null);
    }

    /** Whether nothing is missing between the lists taken in whole and this one. */
    boolean isNext(ListHeader header) {
        var newest = progress.newest();
        return header.kind() == ListHeader.Kind.FULL || (newest != null && header.sequence() == newest.sequence() + 1);
    }

    /** It was taken in whole: its members are fresh as of when it was drawn. */
    void finish(String listId, Actor actor, Instant at) {
        if (isFinished(listId)) {
            return;
        }
        var entry = ofOpen(listId);
        record(within("list-completed", actor, at).because(listId));
        progress = new Progress(entry, null, false, null);
        var drawnAt = entry.drawnAt().isAfter(at) ? at : entry.drawnAt();
        refreshes.add(
                new Refresh(version(), drawnAt.truncatedTo(ChronoUnit.MILLIS).toEpochMilli()));
        if (refreshes.size() > MOST_REFRESHES) {
            refreshes.removeFirst();
        }
    }

    /** Only its losses were taken in. It is still the newest that was seen. */
    void hold(String listId, Actor actor, Instant at) {
        var entry = ofOpen(listId);
        if (!progress.held()) {
            record(within("list-held", actor, at).because(listId));
            progress = new Progress(progress.newest(), entry, true, null);
        }
    }

    /** The members missing from the held list are meant to be missing; refuses the officer who sent it. */
    void confirm(String listId, Actor actor, Instant at) {
        if (!isOpen(listId) || !progress.held()) {
            throw new Refusal.WrongState("confirm the list", isFinished(listId) ? "COMPLETED" : "NOT_HELD", "HELD");
        }
        if (!listId.equals(progress.confirmed())) {
            confirming().requireMayDecide(actor);
            record(within("list-confirmed", actor, at).because(listId));
            progress = new Progress(progress.newest(), progress.open(), true, listId);
        }
    }

    private SeparationOfDuties confirming() {
        var sentBy = progress.open() == null ? null : progress.open().sentBy();
        return sentBy == null
                ? SeparationOfDuties.NONE
                : SeparationOfDuties.of(Share.proposal(sentBy, "SENDING", "benefits.recognition.sent"));
    }

    boolean isFinished(String listId) {
        return progress.newest() != null && progress.newest().listId().equals(listId);
    }

    boolean isOpen(String listId) {
        return progress.open() != null && progress.open().listId().equals(listId);
    }

    boolean isConfirmed(String listId) {
        return listId.equals(progress.confirmed());
    }

    public Progress progress() {
        return progress;
    }

    public List<Refresh> refreshes() {
        return List.copyOf(refreshes);
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return Roles.OFFICERS.stream().anyMatch(actor::has);
    }

    @Override
    public Optional<String> fileOf() {
        return Optional.empty();
    }

    private Entry ofOpen(String listId) {
        if (progress.open() == null || !isOpen(listId)) {
            throw new Refusal.RuleBroken("list-overtaken", Message.of("benefits.recognition.overtaken-while"));
        }
        return progress.open();
    }

    private Change within(String name, Actor actor, Instant at) {
        return Change.within("OPEN", name, actor, at.truncatedTo(ChronoUnit.MILLIS));
    }
}
