package org.trustedtrader.enrolment.company;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.calendar.Jurisdiction;
import org.trustedtrader.platform.identifier.BusinessNumber;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** One legal entity, known by its business number. Only its own people write its record; officers read it. */
public final class Company extends Aggregate {

    private static final String REGISTERED = "REGISTERED";
    private static final int MOST_CLAIMS = 200;

    private final BusinessNumber businessNumber;
    private final Set<String> claimed;
    private CompanyDetails details;
    private Instant effectiveAt;

    private Company(BusinessNumber businessNumber, CompanyDetails details, Instant effectiveAt) {
        super(businessNumber.digits());
        this.businessNumber = businessNumber;
        this.claimed = Set.of();
        this.details = requireOwn(details, List.of());
        this.effectiveAt = effectiveAt;
    }

    private Company(Stored stored, Snapshot snapshot) {
        super(stored);
        this.claimed = Set.copyOf(snapshot.claims());
        this.businessNumber = new BusinessNumber(stored.id());
        this.details = snapshot.details();
        this.effectiveAt = snapshot.effectiveAt();
    }

    /**
     * The stored state.
     *
     * @param claims what may belong to no other company; see {@link Company#claims()}
     */
    public record Snapshot(CompanyDetails details, List<String> claims, Instant effectiveAt) {}

    /** @throws Refusal.NotAllowed unless the actor's token vouches for that very company */
    public static Company register(BusinessNumber number, CompanyDetails details, Actor actor, Instant at) {
        if (!actor.belongsTo(number.digits())) {
            throw new Refusal.NotAllowed(Message.of("enrolment.company.own-only"));
        }
        var company = new Company(number, details, at);
        company.record(Change.birth(REGISTERED, "registered", actor, at));
        return company;
    }

    public static Company restore(Stored stored, Snapshot snapshot) {
        return new Company(stored, snapshot);
    }

    public Snapshot snapshot() {
        return new Snapshot(details, claims(), effectiveAt);
    }

    /**
     * @throws Refusal.RuleBroken {@code identifiers-frozen} if a code or account would change on which officers rely;
     *     {@code too-many-identifiers} if more are claimed over time than a company can need
     */
    public void amend(CompanyDetails newDetails, IdentifierFreeze freeze, Actor actor, Instant at) {
        if (!actor.belongsTo(id())) {
            throw new Refusal.NotAllowed(Message.of("enrolment.company.own-people-only"));
        }
        if (!details.identifiesLike(newDetails) && freeze.holdsFor(id())) {
            throw new Refusal.RuleBroken("identifiers-frozen", Message.of("enrolment.company.identifiers-frozen"));
        }
        details = requireOwn(newDetails, details.programmeAccounts());
        effectiveAt = at;
        if (claims().size() > MOST_CLAIMS) {
            throw new Refusal.RuleBroken(
                    "too-many-identifiers", Message.of("enrolment.company.too-many-identifiers", MOST_CLAIMS));
        }
        record(Change.within(REGISTERED, "amended", actor, at));
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return Roles.mayRead(actor, id());
    }

    public BusinessNumber businessNumber() {
        return businessNumber;
    }

    /** Whose holidays count for this company: those of its first site in Canada, or of Canada alone. */
    public Jurisdiction province() {
        return details.sites().stream()
                .map(Site::address)
                .filter(address -> address.country().equals("CA"))
                .findFirst()
                .map(address -> Jurisdiction.of(address.country(), address.region()))
                .orElse(Jurisdiction.CANADA);
    }

    public CompanyDetails details() {
        return details;
    }

    /** From when these details count, programme time. */
    public Instant effectiveAt() {
        return effectiveAt;
    }

    /**
     * What identifies this company at customs and may belong to no other one: what it claims now, and what it ever claimed,
     * so that nobody takes up a code that this company's shipments are known by.
     */
    public List<String> claims() {
        var claims = new LinkedHashSet<String>();
        claims.add("BN9:" + id());
        details.carrierCode().ifPresent(carrier -> claims.add("CARRIER:" + carrier.code()));
        details.programmeAccounts().forEach(account -> claims.add(account.claim()));
        claimed.stream().sorted().forEach(claims::add);
        return List.copyOf(claims);
    }

    /** What this company claims that it has not claimed before. */
    public Set<String> newClaims() {
        var claims = new LinkedHashSet<>(claims());
        claims.removeAll(claimed);
        return claims;
    }

    /** @param held accounts that the company holds already; numbers from before today's rules can be kept, but not added */
    private CompanyDetails requireOwn(CompanyDetails candidate, List<ProgrammeAccount> held) {
        var accounts = candidate.programmeAccounts();
        if (!Set.copyOf(held).containsAll(accounts)) {
            candidate.requireDifferentClaims();
        }
        for (int i = 0; i < accounts.size(); i++) {
            var account = accounts.get(i);
            if (!account.canExist() && !held.contains(account)) {
                account.programme().scheme().parse("programmeAccounts[" + i + "].number", account.number());
            }
            if (account.programme() == Programme.BN15 && !account.isCustomsAccountOf(businessNumber)) {
                throw new Refusal.InvalidInput(
                        "programmeAccounts[" + i + "].number", Message.of("enrolment.company.foreign-account"));
            }
        }
        return candidate;
    }
}
