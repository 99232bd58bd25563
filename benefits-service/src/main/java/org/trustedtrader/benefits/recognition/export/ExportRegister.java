package org.trustedtrader.benefits.recognition.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trustedtrader.border.recognition.MemberState;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Change;

/**
 * All that partners ever received about our members, each row with the sequence under which it last changed. A partner that
 * has the list up to a sequence needs only the rows beyond it.
 */
public final class ExportRegister extends Aggregate {

    public static final String ID = "ours";

    /** @param sequence under which it last changed */
    public record Entry(ExportedMember member, long sequence) {}

    /** The whole register, as it is stored; entries in order of TIN. */
    public record Snapshot(long sequence, List<Entry> entries) {}

    private final Map<String, Entry> entries;
    private long sequence;

    private ExportRegister() {
        super(ID);
        this.entries = new TreeMap<>();
    }

    private ExportRegister(Stored stored, Snapshot snapshot) {
        super(stored);
        this.sequence = snapshot.sequence();
        this.entries = new TreeMap<>();
        snapshot.entries().forEach(entry -> entries.put(entry.member().tin(), entry));
    }

    public static ExportRegister restore(Stored stored, Snapshot snapshot) {
        return new ExportRegister(stored, snapshot);
    }

    public Snapshot snapshot() {
        return new Snapshot(sequence, entries());
    }

    static ExportRegister open(Actor actor, Instant at) {
        var register = new ExportRegister();
        register.record(Change.birth("OPEN", "opened", actor, at));
        return register;
    }

    /** Brings the register up to date. @param now everybody who holds recognition or lost it by a suspension */
    void bring(List<ExportedMember> now, Actor actor, Instant at) {
        Map<String, ExportedMember> changed = new HashMap<>();
        Map<String, ExportedMember> current = new HashMap<>();
        now.forEach(member -> current.put(member.tin(), member));
        current.values().stream().filter(this::isNews).forEach(member -> changed.put(member.tin(), member));
        var today = at.atZone(ZoneOffset.UTC).toLocalDate();
        entries.values().forEach(entry -> withdraw(entry.member(), current, today, changed));
        if (!changed.isEmpty()) {
            record(Change.within("OPEN", "changed", actor, at));
            sequence++;
            changed.values().forEach(member -> entries.put(member.tin(), new Entry(member, sequence)));
        }
    }

    public long sequence() {
        return sequence;
    }

    /** In order of TIN. */
    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return Roles.OFFICERS.stream().anyMatch(actor::has);
    }

    /** A member that never held recognition is not exported. */
    private boolean isNews(ExportedMember member) {
        var known = entries.get(member.tin());
        return known == null
                ? member.status() == MemberState.ACTIVE
                : !known.member().equals(member);
    }

    private static void withdraw(
            ExportedMember known,
            Map<String, ExportedMember> current,
            LocalDate today,
            Map<String, ExportedMember> changed) {
        if (!current.containsKey(known.tin()) && known.status() != MemberState.REVOKED) {
            changed.put(known.tin(), known.lost(MemberState.REVOKED, today));
        }
    }
}
