package org.trustedtrader.enrolment.company.mongo;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.company.Companies;
import org.trustedtrader.enrolment.company.Company;
import org.trustedtrader.enrolment.company.IdentifierClaimed;
import org.trustedtrader.enrolment.mongo.Duplicates;
import org.trustedtrader.enrolment.mongo.Ids;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.refusal.Refusal;

/** Companies in MongoDB. */
@Component
final class MongoCompanies extends AggregateStore<Company> implements Companies {

    private final MongoCollection<Document> documents;

    MongoCompanies(AggregateStoreFactory shared) {
        super(new CompanyMapping(), shared);
        documents = shared.database().getCollection("companies");
    }

    @Override
    public Company create(Company fresh, Command command) {
        try {
            return super.create(fresh, command);
        } catch (Refusal.AlreadyExists e) {
            throw find(fresh.id()).isPresent() ? e : IdentifierClaimed.refusal();
        }
    }

    @Override
    public Company change(String id, Command command, Consumer<Company> verb) {
        try {
            return super.change(id, command, verb);
        } catch (MongoWriteException e) {
            throw Duplicates.caused(e) ? IdentifierClaimed.refusal() : e;
        }
    }

    @Override
    public List<Company> page(Optional<String> only, Optional<String> carrying, Optional<String> after, int limit) {
        var conditions = new ArrayList<Bson>();
        only.ifPresent(number -> conditions.add(Filters.eq("_id", number)));
        carrying.ifPresent(code -> conditions.add(Filters.eq("state.carrierCode", code)));
        return query(conditions.isEmpty() ? Filters.empty() : Filters.and(conditions), after.orElse(null), limit);
    }

    @Override
    public Optional<String> claimant(String claim) {
        return Ids.matching(documents, Filters.eq("state.claims", claim), 1).stream()
                .findFirst();
    }
}
