package org.trustedtrader.enrolment.company;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.company.IdentifierClaim.State;
import org.trustedtrader.platform.access.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.aggregate.StateGuard;
import org.trustedtrader.platform.calendar.Jurisdiction;
import org.trustedtrader.platform.identifier.BusinessNumber;
import org.trustedtrader.platform.identifier.IdentifierScheme;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * One legal entity, known by its business number. Only its own people write its record; officers read it, and confirm the
 * identifiers that it claims.
 */
public final class Company extends Aggregate {

    private static final String REGISTERED = "REGISTERED";
    private static final int MOST_CLAIMS = 200;

    private final BusinessNumber businessNumber;
    private final List<String> owned;
    private final Set<String> asserted = new LinkedHashSet<>();
    private CompanyDetails details;
    private IdentifierClaims identifiers;
    private boolean migrated;
    private Instant effectiveAt;

    private Company(BusinessNumber businessNumber, CompanyDetails details, Instant effectiveAt) {
        super(businessNumber.digits());
        this.businessNumber = businessNumber;
        this.owned = List.of();
        this.details = requireOwn(details, List.of());
        this.identifiers = IdentifierClaims.of(details);
        this.migrated = true;
        this.effectiveAt = effectiveAt;
        identifiers.all().forEach(claim -> asserted.add(claim.identifier().claim()));
    }

    private Company(Stored stored, Snapshot snapshot) {
        super(stored);
        this.owned = List.copyOf(snapshot.claims());
        this.businessNumber = new BusinessNumber(stored.id());
        this.details = snapshot.details();
        this.migrated = snapshot.identifiers() != null;
        this.identifiers = snapshot.identifiers() == null
                ? IdentifierClaims.migrated(snapshot, null)
                : new IdentifierClaims(snapshot.identifiers());
        this.effectiveAt = snapshot.effectiveAt();
    }

    /**
     * The stored state.
     *
     * @param claims      what may belong to no other company; see {@link Company#claims()}
     * @param identifiers null in records from before officers confirmed identifiers, until {@link Company#migrate}
     */
    public record Snapshot(
            CompanyDetails details,
            List<String> claims,
            @Nullable List<IdentifierClaim> identifiers,
            Instant effectiveAt) {}

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
        return new Snapshot(details, claims(), migrated ? identifiers.all() : null, effectiveAt);
    }

    /**
     * A record that says what the present one says changes nothing.
     *
     * @throws Refusal.RuleBroken {@code identifiers-frozen} if a code or account would change on which officers rely;
     *     {@code last-site} if a company with an application or a membership would have no site left;
     *     {@code too-many-identifiers} if more are claimed over time than a company can need
     */
    public void amend(CompanyDetails newDetails, IdentifierFreeze freeze, Actor actor, Instant at) {
        requireOwnPeople(actor);
        if (migrated && newDetails.equals(details)) {
            return;
        }
        if (!details.identifiesLike(newDetails) && freeze.holdsFor(id())) {
            throw new Refusal.RuleBroken("identifiers-frozen", Message.of("enrolment.company.identifiers-frozen"));
        }
        if (newDetails.sites().isEmpty() && !details.sites().isEmpty() && freeze.holdsFor(id())) {
            throw new Refusal.RuleBroken("last-site", Message.of("enrolment.company.last-site"));
        }
        if (!migrated && !freeze.holdsFor(id())) {
            identifiers = IdentifierClaims.of(details);
        }
        migrated = true;
        var before = details;
        details = requireOwn(newDetails.keepingLanguageOf(before), before.programmeAccounts());
        assertEach(IdentifierClaims.identifiers(details).filter(one -> !IdentifierClaims.in(before, one)));
        identifiers = identifiers.amended(before, details);
        effectiveAt = at;
        requireNotTooMany();
        record(Change.within(REGISTERED, "amended", actor, at).of(CompanyChanges.between(before, details)));
    }

    /**
     * Claims an identifier that officers have to confirm before it stands in the record and grants anything. A new carrier
     * code replaces the present one at that moment.
     *
     * @param replaces the number of an account of the same scheme that is given up then; null to add one
     * @throws Refusal.RuleBroken {@code identifier-held} if the company claims or holds it already
     */
    public void claim(Identifier identifier, @Nullable String replaces, Actor actor, Instant at) {
        requireOwnPeople(actor);
        requirePossible(identifier);
        if (identifiers.of(identifier).filter(claim -> claim.state().alive()).isPresent()) {
            throw new Refusal.RuleBroken("identifier-held", Message.of("enrolment.company.identifier-held"));
        }
        if (replaces != null && !IdentifierClaims.in(details, new Identifier(identifier.scheme(), replaces))) {
            throw new Refusal.InvalidInput("replaces", Message.of("enrolment.company.replaces-nothing"));
        }
        assertEach(Stream.of(identifier));
        migrated = true;
        identifiers = identifiers.with(IdentifierClaim.of(identifier, replaces));
        effectiveAt = at;
        requireNotTooMany();
        record(Change.within(REGISTERED, "identifier-claimed", actor, at).because(identifier.toString()));
    }

    /**
     * An officer has found that the identifier is the company's. It counts from now on, and what it replaces ceases to count
     * at the same moment. Confirming it again renews it.
     */
    public void confirm(
            Identifier identifier, IdentifierClaim.Finding finding, LocalDate until, Actor officer, Instant at) {
        requireStranger(officer);
        var claim = identifiers.require(identifier);
        requireState("confirm the identifier", claim, State.CLAIMED, State.CONFIRMED, State.EXPIRED, State.LAPSED);
        var before = details;
        takeIntoRecord(claim);
        assertEach(Stream.of(claim.identifier()));
        identifiers = identifiers.with(claim.confirmed(finding, until, officer, at));
        migrated = true;
        effectiveAt = at;
        record(Change.within(REGISTERED, "identifier-confirmed", officer, at)
                .because(finding.about(claim.identifier()))
                .of(CompanyChanges.between(before, details)));
    }

    /** An officer has found that the identifier is not the company's. */
    public void refuse(Identifier identifier, IdentifierClaim.Finding finding, Actor officer, Instant at) {
        requireStranger(officer);
        var claim = identifiers.require(identifier);
        requireState("refuse the identifier", claim, State.CLAIMED, State.LAPSED);
        identifiers = identifiers.with(claim.against(State.REFUSED, finding, officer, at));
        decided("identifier-refused", finding.about(claim.identifier()), officer, at);
    }

    /** Takes back a confirmation; from now on the identifier grants nothing and is free for its rightful holder. */
    public void revoke(Identifier identifier, IdentifierClaim.Finding finding, Actor officer, Instant at) {
        requireStranger(officer);
        var claim = identifiers.require(identifier);
        requireState("revoke the identifier", claim, State.CONFIRMED, State.EXPIRED, State.CLOSED);
        identifiers = identifiers.with(claim.against(State.REVOKED, finding, officer, at));
        decided("identifier-revoked", finding.about(claim.identifier()), officer, at);
    }

    /** Ends confirmations that nobody renewed. @param day those that were confirmed until before that day */
    public void expireIdentifiers(LocalDate day, Actor platform, Instant at) {
        change(
                "identifiers-expired",
                claim -> claim.state() == State.CONFIRMED
                        && claim.confirmedUntil() != null
                        && claim.confirmedUntil().isBefore(day),
                State.EXPIRED,
                platform,
                at);
    }

    /** The application is over: what nobody decided lapses. */
    public void lapseClaims(Actor platform, Instant at) {
        change("claims-lapsed", claim -> claim.state() == State.CLAIMED, State.LAPSED, platform, at);
    }

    /** A new application is submitted: what lapsed is claimed again. */
    public void renewClaims(Actor platform, Instant at) {
        change("claims-renewed", claim -> claim.state() == State.LAPSED, State.CLAIMED, platform, at);
    }

    /**
     * For a record from before officers confirmed identifiers; otherwise nothing changes.
     *
     * @param member whether the company is a member: then its identifiers count as confirmed until that day, else as claimed
     */
    public void migrate(boolean member, LocalDate until, Actor platform, Instant at) {
        if (migrated) {
            return;
        }
        migrated = true;
        identifiers = member ? IdentifierClaims.migrated(snapshot(), until) : IdentifierClaims.of(details);
        effectiveAt = at;
        record(Change.within(REGISTERED, "identifiers-migrated", platform, at)
                .because(member ? IdentifierClaim.MIGRATED : ""));
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return Roles.mayRead(actor, id());
    }

    @Override
    public Optional<String> fileOf() {
        return Optional.of(id());
    }

    public BusinessNumber businessNumber() {
        return businessNumber;
    }

    /**
     * The region to which its file belongs: that of its first site, a country and, where the record names one, a region of it
     * ({@code CA-ON}); empty without a site.
     */
    public Optional<String> region() {
        return details.sites().stream().findFirst().map(Site::address).map(Address::regionCode);
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

    /** Its claim to that identifier. @throws Refusal.NotFound if it has none */
    public IdentifierClaim identifier(Identifier identifier) {
        return identifiers.require(identifier);
    }

    /** Whether the identifier stands in its record. */
    public boolean records(Identifier identifier) {
        return IdentifierClaims.in(details, identifier);
    }

    /** What it claims, and what became of it. */
    public List<IdentifierClaim> identifiers() {
        return identifiers.all();
    }

    /** The record with no other identifiers than those that officers confirmed: what others may rely on. */
    public CompanyDetails confirmedDetails() {
        return details.withIdentifiers(
                details.carrierCode().filter(code -> identifiers.confirmed(Identifier.of(code))),
                details.programmeAccounts().stream()
                        .filter(account -> identifiers.confirmed(Identifier.of(account)))
                        .toList());
    }

    /** From when these details count, programme time. */
    public Instant effectiveAt() {
        return effectiveAt;
    }

    /**
     * What identifies this company at customs and may belong to no other one: its business number and what officers confirmed
     * now or earlier, so that nobody takes up a code that this company's shipments are known by. A revoked one is free again.
     */
    public List<String> claims() {
        if (!migrated) {
            return owned;
        }
        var claims = new LinkedHashSet<String>();
        claims.add("BN9:" + id());
        identifiers.all().stream()
                .filter(claim -> claim.state().exclusive())
                .forEach(claim -> claims.add(claim.identifier().claim()));
        return List.copyOf(claims);
    }

    /** What this change says to be the company's, which no other company may hold. */
    public Set<String> newClaims() {
        var claims = new LinkedHashSet<>(asserted);
        owned.forEach(claims::remove);
        return claims;
    }

    private void takeIntoRecord(IdentifierClaim claim) {
        var identifier = claim.identifier();
        if (IdentifierClaims.in(details, identifier)) {
            return;
        }
        var before = details;
        details = requireOwn(before.with(identifier, claim.replaces()), before.programmeAccounts());
        identifiers = identifiers.amended(before, details).with(claim);
    }

    private void change(String name, Predicate<IdentifierClaim> which, State to, Actor platform, Instant at) {
        if (!identifiers.any(which)) {
            return;
        }
        var changed = identifiers.all().stream()
                .filter(which)
                .map(claim -> claim.identifier().toString())
                .collect(Collectors.joining(", "));
        identifiers = identifiers.each(claim -> which.test(claim) ? claim.in(to) : claim);
        decided(name, changed, platform, at);
    }

    private void decided(String name, String what, Actor actor, Instant at) {
        migrated = true;
        effectiveAt = at;
        record(Change.within(REGISTERED, name, actor, at).because(what));
    }

    private void assertEach(Stream<Identifier> identifiers) {
        identifiers.forEach(identifier -> asserted.add(identifier.claim()));
    }

    private void requireOwnPeople(Actor actor) {
        if (!actor.belongsTo(id())) {
            throw new Refusal.NotAllowed(Message.of("enrolment.company.own-people-only"));
        }
    }

    /** Nobody decides on the identifiers of a company of their own. */
    private void requireStranger(Actor officer) {
        if (officer.belongsTo(id())) {
            throw new Refusal.RuleBroken("decided-by-someone-else", Message.of("enrolment.company.own-identifier"));
        }
    }

    private static void requireState(String verb, IdentifierClaim claim, State first, State... others) {
        StateGuard.require(verb, claim.state(), first, others);
    }

    private void requireNotTooMany() {
        if (identifiers.all().size() > MOST_CLAIMS) {
            throw new Refusal.RuleBroken(
                    "too-many-identifiers", Message.of("enrolment.company.too-many-identifiers", MOST_CLAIMS));
        }
    }

    private void requirePossible(Identifier identifier) {
        identifier.scheme().parse("number", identifier.number());
        if (identifier.scheme() == IdentifierScheme.BN15 && !identifier.number().startsWith(businessNumber.digits())) {
            throw new Refusal.InvalidInput("number", Message.of("enrolment.company.foreign-account"));
        }
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
