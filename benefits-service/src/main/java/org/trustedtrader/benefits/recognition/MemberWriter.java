package org.trustedtrader.benefits.recognition;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.border.recognition.RecognisedMembers;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;

/** Changes members in the order that keeps the border safe: a loss counts in memory before it is stored, a gain after. */
final class MemberWriter {

    private final PartnerMembers members;
    private final RecognisedMembers memory;
    private final Clock clock;

    MemberWriter(PartnerMembers members, RecognisedMembers memory, Clock clock) {
        this.members = members;
        this.memory = memory;
        this.clock = clock;
    }

    /** @param drawn what is said of the list that the row is of */
    record Drawn(ListHeader header, Source source, Actor actor) {}

    /**
     * Takes in one row.
     *
     * @param known the member as it was read a moment ago, or null
     * @return the member afterwards, or why the row cannot count
     */
    Outcome take(MemberRow row, @Nullable PartnerMember known, boolean nameDiffers, Drawn drawn) {
        if (known == null) {
            var fresh = PartnerMember.receive(row, drawn.source(), nameDiffers, drawn.actor(), clock.instant());
            if (members.createIfAbsent(fresh)) {
                memory.put(fresh.fact());
                return new Outcome(fresh, null);
            }
            known = members.find(row.tin()).orElseThrow();
        }
        var objection = objection(row, known, drawn);
        if (objection.isPresent()) {
            return new Outcome(known, objection.get());
        }
        known.update(row, drawn.source(), nameDiffers, drawn.actor(), clock.instant());
        if (known.change().isEmpty()) {
            return new Outcome(known, null);
        }
        var changed = change(row.tin(), drawn.actor(), member -> {
            if (objection(row, member, drawn).isEmpty()) {
                member.update(row, drawn.source(), nameDiffers, drawn.actor(), clock.instant());
            }
        });
        return new Outcome(changed, null);
    }

    /** @param objection why the row cannot count, or null if it did */
    record Outcome(PartnerMember member, @Nullable RowCode objection) {}

    PartnerMember quarantine(String tin, Drawn drawn) {
        return change(tin, drawn.actor(), member -> member.quarantine(drawn.source(), drawn.actor(), clock.instant()));
    }

    PartnerMember miss(String tin, Drawn drawn) {
        return change(tin, drawn.actor(), member -> member.miss(drawn.source(), drawn.actor(), clock.instant()));
    }

    private static Optional<RowCode> objection(MemberRow row, PartnerMember member, Drawn drawn) {
        return member.source().partner().equals(drawn.source().partner())
                ? member.objection(row, drawn.header().drawnAt())
                : Optional.of(RowCode.TIN_OF_OTHER_PARTNER);
    }

    /** Waits, like the creation of a member, until the broker has the event: rows are stored no faster than they are published. */
    private PartnerMember change(String tin, Actor actor, Consumer<PartnerMember> verb) {
        var stored = members.change(tin, Command.by(actor), member -> {
            verb.accept(member);
            if (member.change().isPresent()) {
                memory.receive(member.fact());
            }
        });
        memory.put(stored.fact());
        return stored;
    }

    List<PartnerMember> named(List<String> tins) {
        return members.named(tins);
    }
}
