package org.trustedtrader.benefits.recognition.export;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trustedtrader.benefits.decision.Lease;
import org.trustedtrader.benefits.recognition.MemberDetails;
import org.trustedtrader.benefits.recognition.export.IssuedExport.Complaint;
import org.trustedtrader.benefits.recognition.export.IssuedExport.Terms;
import org.trustedtrader.border.recognition.MemberState;
import org.trustedtrader.border.status.StoreUnavailableException;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** Draws our list for partners from what is known this moment, and keeps what they say of it. */
public final class DrawExport {

    private static final String PROGRAMME = "PIP";

    /** Where everything is kept. */
    public record Stores(CompanyProjections companies, ExportRegisters books, IssuedExports issued) {}

    private final Stores stores;
    private final MembershipStandings standings;
    private final Lease lease;
    private final Clock clock;

    public DrawExport(Stores stores, MembershipStandings standings, Lease lease, Clock clock) {
        this.stores = stores;
        this.standings = standings;
        this.lease = lease;
        this.clock = clock;
    }

    /** @param sequence up to which the rows are complete */
    public record Drawn(long sequence, List<ExportedMember> rows) {}

    /** Everybody who holds recognition now. */
    public Drawn full(Actor actor) {
        var book = bring(actor);
        return new Drawn(
                book.sequence(),
                book.entries().stream()
                        .map(ExportRegister.Entry::member)
                        .filter(member -> member.status() == MemberState.ACTIVE)
                        .toList());
    }

    /** The members that changed after that sequence, losses included. */
    public Drawn since(long sequence, Actor actor) {
        var book = bring(actor);
        if (sequence < 0 || sequence > book.sequence()) {
            throw new Refusal.InvalidInput("since", Message.of("benefits.export.since", book.sequence()));
        }
        return new Drawn(
                book.sequence(),
                book.entries().stream()
                        .filter(entry -> entry.sequence() > sequence)
                        .map(ExportRegister.Entry::member)
                        .toList());
    }

    /** Remembers what is given out. @return its id, the same for the same bytes */
    public String issue(Terms terms, Actor actor) {
        stores.issued().createIfAbsent(IssuedExport.issue(terms, actor, clock.instant()));
        return terms.id();
    }

    public IssuedExport read(String id, Actor actor) {
        return stores.issued().visible(id, actor);
    }

    /** A checksum that is not ours is kept as well: it tells that the partner works with something else. */
    public IssuedExport acknowledge(
            String id, String partner, String checksum, List<Complaint> errors, Command command) {
        return stores.issued()
                .change(
                        id,
                        command,
                        export -> export.acknowledge(partner, checksum, errors, command.actor(), clock.instant()));
    }

    private ExportRegister bring(Actor actor) {
        var now = clock.instant();
        if (!lease.now().covers(now.toEpochMilli())) {
            throw new Refusal.Unavailable(Message.of("benefits.export.too-old"));
        }
        stores.books().createIfAbsent(ExportRegister.open(actor, now));
        var members = members(now);
        return stores.books()
                .react(ExportRegister.ID, book -> book.bring(members, actor, now))
                .orElseThrow();
    }

    private List<ExportedMember> members(Instant now) {
        List<ExportedMember> members = new ArrayList<>();
        for (var company : stores.companies().withTin()) {
            var standing = standing(company, now);
            for (var tin : company.ownTins()) {
                standing.flatMap(s -> member(tin, company, s)).ifPresent(members::add);
            }
        }
        return members;
    }

    private Optional<MembershipStandings.OurStanding> standing(CompanyProjection company, Instant now) {
        try {
            return standings.of(company.bn9(), now.toEpochMilli());
        } catch (StoreUnavailableException e) {
            throw new Refusal.Unavailable(Message.of("benefits.companies.unavailable"));
        }
    }

    private static Optional<ExportedMember> member(
            String tin, CompanyProjection company, MembershipStandings.OurStanding standing) {
        if (standing.state() == MemberState.REVOKED) {
            return Optional.empty();
        }
        var details = new MemberDetails(
                company.legalName(),
                company.address(),
                tin.substring(0, 2),
                PROGRAMME,
                standing.lines(),
                standing.since(),
                standing.memberSince(),
                null);
        return Optional.of(new ExportedMember(tin, standing.state(), details));
    }
}
