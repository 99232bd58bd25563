package org.trustedtrader.benefits.recognition.export;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Brings our list up to date. A run writes the rows as a new set, then names the set in the register by one conditional change,
 * then deletes the set before. A reader therefore sees the whole new list or the whole one before, and the set of a run that
 * crashed is deleted by the next run that changes the list.
 */
public final class UpdateExportList {

    private static final int MOST_RACES = 50;

    private final ExportRegisters registers;
    private final ExportRows rows;
    private final Function<Instant, List<ExportedMember>> members;
    private final Clock clock;

    /** @param members every member that holds recognition at that time or lost it by a suspension */
    public UpdateExportList(
            ExportRegisters registers, ExportRows rows, Function<Instant, List<ExportedMember>> members, Clock clock) {
        this.registers = registers;
        this.rows = rows;
        this.members = members;
        this.clock = clock;
    }

    /** @return the list of this moment */
    ExportList update(Actor actor) {
        registers.createIfAbsent(ExportRegister.open(actor, clock.instant()));
        for (int attempt = 0; attempt < MOST_RACES; attempt++) {
            var register = register();
            var known = list(register);
            if (known.isPresent()) {
                // Members are read after the register: a slower run never puts older knowledge over newer.
                var now = clock.instant();
                var next = known.get()
                        .updated(members.apply(now), now.atZone(ZoneOffset.UTC).toLocalDate());
                if (next.isEmpty()) {
                    register.rows().ifPresent(set -> rows.deleteOthers(register.sequence(), set));
                    return known.get();
                }
                if (isStored(register, next.get(), actor, now)) {
                    return next.get();
                }
            } else if (register().version() == register.version()) {
                throw new IllegalStateException(
                        "The rows of export sequence " + register.sequence() + " are missing or altered");
            }
        }
        throw new Refusal.Unavailable(Message.of("record.busy"));
    }

    private ExportRegister register() {
        return registers.find(ExportRegister.ID).orElseThrow();
    }

    /** @return empty if another run has replaced and deleted the rows since the register was read, or if they are damaged */
    private Optional<ExportList> list(ExportRegister register) {
        var entries = register.rows().isEmpty()
                ? Optional.of(register.entries())
                : register.rows().flatMap(rows::read);
        return entries.map(found -> new ExportList(register.sequence(), found));
    }

    /** @return false if another run changed the register first */
    private boolean isStored(ExportRegister register, ExportList list, Actor actor, Instant at) {
        var set = rows.write(list.sequence(), list.entries());
        var after = registers
                .react(
                        ExportRegister.ID,
                        current -> current.replaceRows(register.version(), list.sequence(), set, actor, at))
                .orElseThrow();
        if (!after.rows().equals(Optional.of(set))) {
            return false;
        }
        rows.deleteOthers(list.sequence(), set);
        return true;
    }
}
