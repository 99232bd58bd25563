package org.trustedtrader.benefits.recognition;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.benefits.recognition.MemberWriter.Drawn;
import org.trustedtrader.benefits.recognition.PartnerList.Outcome;
import org.trustedtrader.border.recognition.MemberState;
import org.trustedtrader.border.recognition.RecognisedMembers;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.calendar.DateRange;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Takes in a partner's list. It is read to its end before anything is changed; then what takes away is stored, then all else,
 * and only then is it acknowledged. The same list sent again goes on where it was cut short, or is answered as before.
 */
public final class ImportPartnerList implements AutoCloseable {

    private static final int PAGE = 1000;
    /** Before any mutual recognition. */
    private static final LocalDate EARLIEST_LIST = LocalDate.of(2000, 1, 1);

    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);

    /** Where everything is kept. */
    public record Stores(
            PartnerMembers members,
            PartnerRegisters registers,
            PartnerLists lists,
            Quarantine quarantine,
            CompanyNames companies) {}

    /**
     * @param mostRows      of one list
     * @param mostErrors    shown in an acknowledgement; the others are in the quarantine
     * @param missingShare  a full list that misses a larger share of the members is held
     * @param missingAnyway as many may be missing whatever their share, unless they are more than half
     */
    public record Limits(int mostRows, int mostErrors, double missingShare, int missingAnyway) {

        boolean areTooMany(int missing, int active) {
            return 2 * missing > active || (missing > missingAnyway && missing > missingShare * active);
        }
    }

    private final Stores stores;
    private final RecognisedMembers memory;
    private final Limits limits;
    private final ParallelWriter writers;
    private final Clock clock;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    public ImportPartnerList(
            Stores stores, RecognisedMembers memory, Limits limits, ParallelWriter writers, Clock clock) {
        this.stores = stores;
        this.memory = memory;
        this.limits = limits;
        this.writers = writers;
        this.clock = clock;
    }

    /** @throws Refusal if the list as a whole cannot be taken in; nothing has changed then */
    public PartnerList take(Partner partner, ListHeader header, RawRows rows, Command command) {
        var listId = header.id(partner.code());
        var before = stores.lists().find(listId);
        if (before.isPresent() && isFinal(before.get(), partner)) {
            return before.get();
        }
        if (!busy.add(partner.code())) {
            throw new Refusal.RuleBroken("list-in-progress", Message.of("benefits.recognition.list-in-progress"));
        }
        try {
            return takeAlone(partner, header, rows, command);
        } finally {
            busy.remove(partner.code());
        }
    }

    /** The members that a held list lacks are meant to be missing; sent again, the list is taken in. */
    public PartnerList confirm(Partner partner, String listId, Command command) {
        var list = ofPartner(partner, listId, command.actor());
        stores.registers().change(partner.code(), command, r -> r.confirm(listId, command.actor(), clock.instant()));
        return list;
    }

    public PartnerList ofPartner(Partner partner, String listId, Actor actor) {
        var list = stores.lists().visible(listId, actor);
        if (!list.partner().equals(partner.code())) {
            throw new Refusal.NotFound("partner-list");
        }
        return list;
    }

    @Override
    public void close() {
        writers.close();
    }

    private PartnerList takeAlone(Partner partner, ListHeader header, RawRows rows, Command command) {
        admit(partner, header);
        var today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        var survey = ListContents.of(new RowValidator(partner, today), rows, limits.mostRows());
        var listId = header.id(partner.code());
        var register = begin(partner, header, command);
        var source = new Source(partner.code(), listId, header.sequence());
        var drawn = new Drawn(header, source, command.actor());
        var writer = new MemberWriter(stores.members(), memory, clock);
        var application = new RowImport(survey, drawn, writer, stores.companies(), writers);
        application.takeLosses();
        var missing = header.kind() == ListHeader.Kind.FULL ? missing(survey, source) : Missing.NONE;
        var hold = hold(register, header, missing);
        if (hold == null) {
            application.miss(missing.tins());
            application.takeTheRest();
        }
        return acknowledge(drawn, application.applied(), survey.received(), hold == null ? Outcome.COMPLETED : hold);
    }

    private void admit(Partner partner, ListHeader header) {
        var now = clock.instant();
        if (partner.inForceSince().isAfter(now.atZone(ZoneOffset.UTC).toLocalDate())) {
            throw new Refusal.RuleBroken(
                    "arrangement-not-in-force",
                    Message.of("benefits.recognition.not-in-force", partner.inForceSince()));
        }
        var latest = now.plus(CLOCKS_DIFFER_BY);
        new DateRange(EARLIEST_LIST, LocalDate.ofInstant(latest, ZoneOffset.UTC))
                .admitDayOf("drawnAt", header.drawnAt());
        if (header.drawnAt().isAfter(latest)) {
            throw new Refusal.InvalidInput("drawnAt", Message.of("benefits.field.in-future"));
        }
    }

    private PartnerRegister begin(Partner partner, ListHeader header, Command command) {
        stores.registers().createIfAbsent(PartnerRegister.open(partner.code(), command.actor(), clock.instant()));
        var listId = header.id(partner.code());
        var register = stores.registers()
                .change(partner.code(), command, r -> r.begin(listId, header, command.actor(), clock.instant()));
        if (!register.isOpen(listId) && !register.isFinished(listId)) {
            throw new Refusal.RuleBroken("list-overtaken", Message.of("benefits.recognition.overtaken-since"));
        }
        return register;
    }

    /** @param active how many members there are that could be missing */
    private record Missing(List<String> tins, int active) {
        static final Missing NONE = new Missing(List.of(), 0);
    }

    private Missing missing(ListContents survey, Source source) {
        List<String> tins = new ArrayList<>();
        int active = 0;
        String after = null;
        List<PartnerMember> page;
        do {
            page = stores.members().of(source.partner(), after, PAGE);
            for (var member : page) {
                var done = member.isMissing() && member.source().listId().equals(source.listId());
                if (member.status().state() != MemberState.REVOKED || done) {
                    active++;
                    if (!survey.names(member.id())) {
                        tins.add(member.id());
                    }
                }
                after = member.id();
            }
        } while (page.size() == PAGE);
        return new Missing(tins, active);
    }

    /** Why only the losses of this list count, or null if all of it does. */
    private @Nullable Outcome hold(PartnerRegister register, ListHeader header, Missing missing) {
        var listId = header.id(register.id());
        if (register.isFinished(listId)) {
            return null;
        }
        if (!register.isNext(header)) {
            return Outcome.FULL_LIST_NEEDED;
        }
        return limits.areTooMany(missing.tins().size(), missing.active()) && !register.isConfirmed(listId)
                ? Outcome.HELD
                : null;
    }

    private PartnerList acknowledge(Drawn drawn, ImportStatistics applied, int received, Outcome outcome) {
        var listId = drawn.source().listId();
        var partner = drawn.source().partner();
        var actor = drawn.actor();
        var now = clock.instant();
        stores.quarantine().replace(partner, listId, applied.errors());
        var register = stores.registers().react(partner, r -> {
            if (outcome == Outcome.COMPLETED) {
                r.finish(listId, actor, now);
            } else {
                r.hold(listId, actor, now);
            }
        });
        register.ifPresent(r -> memory.refreshed(partner, r.refreshes()));
        if (outcome == Outcome.COMPLETED && drawn.header().kind() == ListHeader.Kind.FULL) {
            stores.quarantine().keepOnly(partner, listId);
        }
        var result = applied.result(outcome, received, limits.mostErrors());
        var fresh = PartnerList.acknowledge(partner, drawn.header(), result, actor, now);
        if (!stores.lists().createIfAbsent(fresh)) {
            stores.lists().react(listId, list -> list.complete(result, actor, now));
        }
        return stores.lists().find(listId).orElseThrow();
    }

    /** A held list that was confirmed meanwhile is not at its end. */
    private boolean isFinal(PartnerList list, Partner partner) {
        if (list.result().outcome() != Outcome.HELD) {
            return true;
        }
        Optional<PartnerRegister> register = stores.registers().find(partner.code());
        return register.filter(r -> r.isConfirmed(list.id())).isEmpty();
    }
}
