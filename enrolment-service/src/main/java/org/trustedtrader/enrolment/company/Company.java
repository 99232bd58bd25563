package org.trustedtrader.enrolment.company;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.trustedtrader.enrolment.roles.Roles;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.aggregate.Change;
import org.trustedtrader.platform.refusal.Refusal;

/** One legal entity, known by its business number. Only its own people write its record; officers read it. */
public final class Company extends Aggregate {

    private static final String REGISTERED = "REGISTERED";

    private final BusinessNumber businessNumber;
    private CompanyDetails details;
    private Instant effectiveAt;

    private Company(BusinessNumber businessNumber, CompanyDetails details, Instant effectiveAt) {
        super(businessNumber.digits());
        this.businessNumber = businessNumber;
        this.details = owned(details);
        this.effectiveAt = effectiveAt;
    }

    private Company(Stored stored, CompanyDetails details, Instant effectiveAt) {
        super(stored);
        this.businessNumber = new BusinessNumber(stored.id());
        this.details = details;
        this.effectiveAt = effectiveAt;
    }

    /** @throws Refusal.NotAllowed unless the actor's token vouches for that very company */
    public static Company register(BusinessNumber number, CompanyDetails details, Actor actor, Instant at) {
        if (!actor.belongsTo(number.digits())) {
            throw new Refusal.NotAllowed("You can register your own company only.");
        }
        var company = new Company(number, details, at);
        company.record(Change.birth(REGISTERED, "registered", actor, at));
        return company;
    }

    public static Company restore(Stored stored, CompanyDetails details, Instant effectiveAt) {
        return new Company(stored, details, effectiveAt);
    }

    public void amend(CompanyDetails newDetails, Actor actor, Instant at) {
        if (!actor.belongsTo(id())) {
            throw new Refusal.NotAllowed("Only the company's own people amend its record.");
        }
        details = owned(newDetails);
        effectiveAt = at;
        record(Change.within(REGISTERED, "amended", actor, at));
    }

    @Override
    public boolean visibleTo(Actor actor) {
        return Roles.mayRead(actor, id());
    }

    public BusinessNumber businessNumber() {
        return businessNumber;
    }

    public CompanyDetails details() {
        return details;
    }

    /** From when these details count, programme time. */
    public Instant effectiveAt() {
        return effectiveAt;
    }

    /** What identifies this company at customs and may belong to no other one. */
    public List<String> claims() {
        var claims = new ArrayList<String>();
        claims.add("BN9:" + id());
        details.carrierCode().ifPresent(carrier -> claims.add("CARRIER:" + carrier.code()));
        details.programmeAccounts().forEach(account -> claims.add(account.programme() + ":" + account.number()));
        return claims;
    }

    private CompanyDetails owned(CompanyDetails candidate) {
        for (var account : candidate.programmeAccounts()) {
            if (account.programme() == Programme.BN15 && !account.isCustomsAccountOf(businessNumber)) {
                throw new Refusal.InvalidInput(
                        "programmeAccounts", "A BN15 account starts with the company's own business number.");
            }
        }
        return candidate;
    }
}
