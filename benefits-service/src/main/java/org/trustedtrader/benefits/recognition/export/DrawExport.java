package org.trustedtrader.benefits.recognition.export;

import java.time.Clock;
import java.util.List;
import org.trustedtrader.benefits.recognition.export.IssuedExport.Complaint;
import org.trustedtrader.benefits.recognition.export.IssuedExport.Terms;
import org.trustedtrader.border.recognition.MemberState;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** Draws our list for partners from what is known this moment, and keeps what they acknowledge of it. */
public final class DrawExport {

    private final UpdateExportList list;
    private final IssuedExports issued;
    private final Clock clock;

    public DrawExport(UpdateExportList list, IssuedExports issued, Clock clock) {
        this.list = list;
        this.issued = issued;
        this.clock = clock;
    }

    /** @param sequence up to which the rows are complete */
    public record Drawn(long sequence, List<ExportedMember> rows) {}

    /** Every member that holds recognition now. */
    public Drawn full(Actor actor) {
        var current = list.update(actor);
        return new Drawn(
                current.sequence(),
                current.entries().stream()
                        .map(ExportList.Entry::member)
                        .filter(member -> member.status() == MemberState.ACTIVE)
                        .toList());
    }

    /** The members that changed after that sequence, losses included. */
    public Drawn since(long sequence, Actor actor) {
        var current = list.update(actor);
        if (sequence < 0 || sequence > current.sequence()) {
            throw new Refusal.InvalidInput("since", Message.of("benefits.export.since", current.sequence()));
        }
        return new Drawn(
                current.sequence(),
                current.entries().stream()
                        .filter(entry -> entry.sequence() > sequence)
                        .map(ExportList.Entry::member)
                        .toList());
    }

    /** Remembers what is given out. @return its id, the same for the same bytes */
    public String issue(Terms terms, Actor actor) {
        issued.createIfAbsent(IssuedExport.issue(terms, actor, clock.instant()));
        return terms.id();
    }

    public IssuedExport read(String id, Actor actor) {
        return issued.visible(id, actor);
    }

    /** A checksum that is not ours is kept as well: it shows that the partner works with something else. */
    public IssuedExport acknowledge(
            String id, String partner, String checksum, List<Complaint> errors, Command command) {
        return issued.change(
                id, command, export -> export.acknowledge(partner, checksum, errors, command.actor(), clock.instant()));
    }
}
