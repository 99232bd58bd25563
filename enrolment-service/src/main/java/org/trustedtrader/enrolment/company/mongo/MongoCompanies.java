package org.trustedtrader.enrolment.company.mongo;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.company.Company;
import org.trustedtrader.enrolment.company.CompanyAnnouncement;
import org.trustedtrader.enrolment.company.IdentifierClaim;
import org.trustedtrader.enrolment.company.IdentifierClaimed;
import org.trustedtrader.enrolment.company.Names;
import org.trustedtrader.enrolment.company.Site;
import org.trustedtrader.enrolment.mongo.Duplicates;
import org.trustedtrader.enrolment.mongo.Ids;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.identifier.CarrierCode;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;
import org.trustedtrader.platform.mongo.codec.RecordCodec;
import org.trustedtrader.platform.refusal.Refusal;

/** Companies in MongoDB. */
@Component
final class MongoCompanies extends AggregateStore<Company> implements Companies {

    /**
     * {@code foldedName} and {@code places} are there to find a company by. Records from before officers confirmed identifiers
     * get them when they are taken over.
     */
    private static final RecordCodec<Company.Snapshot> CODEC = RecordCodec.builder(Company.Snapshot.class)
            .inlined(Company.Snapshot.class, "details")
            .inlined(Site.class, "coordinates")
            .inlined(Site.class, "hours")
            .inlined(IdentifierClaim.class, "identifier")
            .derived(
                    "foldedName",
                    s -> s.identifiers() == null
                            ? null
                            : Names.folded(s.details().legalName()))
            .derived("places", s -> s.identifiers() == null ? null : Names.places(s.details()))
            .build();

    /** The unique index on {@code claims} keeps one identifier from being confirmed to be two companies'. */
    static final AggregateType<Company, Company.Snapshot> TYPE = AggregateType.named("company", "companies")
            .stored(CODEC, Company::snapshot, Company::restore)
            .published(CompanyAnnouncement::of)
            .indexed(
                    new IndexModel(Indexes.ascending("state.claims"), new IndexOptions().unique(true)),
                    new IndexModel(Indexes.ascending("state.carrierCode"), new IndexOptions().sparse(true)),
                    new IndexModel(Indexes.ascending("state.places"), new IndexOptions().sparse(true)),
                    new IndexModel(Indexes.ascending("state.identifiers.state", "state.identifiers.confirmedUntil")));

    private static final int MOST_DUPLICATES = 20;

    private final MongoCollection<Document> documents;

    MongoCompanies(AggregateStoreFactory shared) {
        super(TYPE, shared);
        documents = shared.database().getCollection("companies");
    }

    @Override
    public Company create(Company fresh, Command command) {
        refuseClaimsOfOthers(fresh);
        try {
            return super.create(fresh, command);
        } catch (Refusal.AlreadyExists e) {
            throw find(fresh.id()).isPresent() ? e : IdentifierClaimed.refusal();
        }
    }

    @Override
    public Company change(String id, Command command, Consumer<Company> verb) {
        try {
            return super.change(id, command, company -> {
                verb.accept(company);
                refuseClaimsOfOthers(company);
            });
        } catch (MongoWriteException e) {
            throw Duplicates.caused(e) ? IdentifierClaimed.refusal() : e;
        }
    }

    @Override
    public List<Company> page(
            Optional<String> only,
            Optional<CarrierCode> carrying,
            Optional<String> named,
            Optional<String> after,
            int limit) {
        var conditions = new ArrayList<Bson>();
        only.ifPresent(number -> conditions.add(Filters.eq("_id", number)));
        carrying.ifPresent(code -> conditions.add(Filters.eq("state.carrierCode", code.code())));
        named.ifPresent(text -> conditions.add(Filters.regex("state.foldedName", Pattern.quote(text))));
        return query(conditions.isEmpty() ? Filters.empty() : Filters.and(conditions), after.orElse(null), limit);
    }

    @Override
    public List<Company> claiming(
            IdentifierClaim.State state, Optional<LocalDate> until, Optional<String> after, int limit) {
        var claim = new ArrayList<Bson>(List.of(Filters.eq("state", state.name())));
        until.ifPresent(day -> claim.add(Filters.lte("confirmedUntil", day.toString())));
        return query(Filters.elemMatch("state.identifiers", Filters.and(claim)), after.orElse(null), limit);
    }

    @Override
    public List<String> possibleDuplicates(Company company) {
        var places = Names.places(company.details());
        return Ids.matching(
                documents,
                Filters.and(Filters.ne("_id", company.id()), Filters.in("state.places", places)),
                MOST_DUPLICATES);
    }

    @Override
    public List<String> confirmedUntilBefore(LocalDate day, int limit) {
        return Ids.matching(
                documents,
                Filters.elemMatch(
                        "state.identifiers",
                        Filters.and(
                                Filters.eq("state", IdentifierClaim.State.CONFIRMED.name()),
                                Filters.lt("confirmedUntil", day.toString()))),
                limit);
    }

    @Override
    public List<String> toMigrate(int limit) {
        return Ids.matching(documents, Filters.exists("state.identifiers", false), limit);
    }

    /** The unique index keeps two companies from confirming the same identifier; a claim alone blocks no other company. */
    private void refuseClaimsOfOthers(Company company) {
        var claims = company.newClaims();
        if (!claims.isEmpty()
                && !Ids.matching(
                                documents,
                                Filters.and(Filters.ne("_id", company.id()), Filters.in("state.claims", claims)),
                                1)
                        .isEmpty()) {
            throw IdentifierClaimed.refusal();
        }
        refuseEarlierClaims(company);
    }

    /**
     * Claims that were stored before numbers had one written form differ in case and hyphens, so the unique index does not
     * see that they are the same. Only these two programmes took such numbers.
     */
    private void refuseEarlierClaims(Company company) {
        var earlier = company.newClaims().stream()
                .filter(claim -> claim.startsWith("CTPAT:") || claim.startsWith("CSA:"))
                .map(MongoCompanies::anyWritingOf)
                .toList();
        if (!earlier.isEmpty()
                && !query(Filters.and(Filters.ne("_id", company.id()), Filters.or(earlier)), null, 1)
                        .isEmpty()) {
            throw IdentifierClaimed.refusal();
        }
    }

    private static Bson anyWritingOf(String claim) {
        var number = claim.indexOf(':') + 1;
        var letters = claim.substring(number).split("");
        return Filters.regex("state.claims", "^" + claim.substring(0, number) + String.join("-*", letters) + "$", "i");
    }

    @Override
    public Optional<String> claimant(String claim) {
        return Ids.matching(documents, Filters.eq("state.claims", claim), 1).stream()
                .findFirst();
    }
}
