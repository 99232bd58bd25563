package org.trustedtrader.benefits.recognition.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.benefits.recognition.export.ExportList.Entry;
import org.trustedtrader.benefits.recognition.export.ExportRows.RowSet;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Change;

/** The head of our list: its sequence and the set of rows that holds it. Its size does not depend on the number of members. */
public final class ExportRegister extends Aggregate {

    public static final String ID = "ours";

    /**
     * The whole register, as it is stored.
     *
     * @param rows    null until the list changes for the first time
     * @param entries the list itself, in a register of the version before; the next change writes it as a set of rows
     */
    public record Snapshot(
            long sequence, @Nullable RowSet rows, @Nullable List<Entry> entries) {}

    private Snapshot state;

    private ExportRegister() {
        super(ID);
        this.state = new Snapshot(0, null, null);
    }

    private ExportRegister(Stored stored, Snapshot state) {
        super(stored);
        this.state = state;
    }

    public static ExportRegister restore(Stored stored, Snapshot snapshot) {
        return new ExportRegister(stored, snapshot);
    }

    public Snapshot snapshot() {
        return state;
    }

    static ExportRegister open(Actor actor, Instant at) {
        var register = new ExportRegister();
        register.record(Change.birth("OPEN", "opened", actor, at));
        return register;
    }

    /** Makes the rows the list, unless the register has changed since that version. */
    void replaceRows(long expectedVersion, long newSequence, RowSet rows, Actor actor, Instant at) {
        if (storedVersion() == expectedVersion) {
            record(Change.within("OPEN", "changed", actor, at));
            state = new Snapshot(newSequence, rows, null);
        }
    }

    public long sequence() {
        return state.sequence();
    }

    Optional<RowSet> rows() {
        return Optional.ofNullable(state.rows());
    }

    /** The list where it lies in the register itself. */
    List<Entry> entries() {
        return state.entries() == null ? List.of() : state.entries();
    }

    /** How many members the list has. */
    public int size() {
        return rows().map(RowSet::size).orElseGet(() -> entries().size());
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return Roles.OFFICERS.stream().anyMatch(actor::has);
    }

    @Override
    public Optional<String> fileOf() {
        return Optional.empty();
    }
}
