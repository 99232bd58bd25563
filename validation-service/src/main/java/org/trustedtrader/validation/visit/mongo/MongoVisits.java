package org.trustedtrader.validation.visit.mongo;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitState;
import org.trustedtrader.validation.visit.Visits;

/** Visits in MongoDB. */
final class MongoVisits extends AggregateStore<Visit> implements Visits {

    private static final int PAGE = 200;
    private static final List<String> OCCUPYING =
            VisitState.OCCUPYING.stream().map(Enum::name).sorted().toList();

    MongoVisits(AggregateStoreFactory shared) {
        super(new VisitMapping(), shared);
    }

    @Override
    public List<Visit> matching(Criteria criteria, @Nullable String afterId, int limit) {
        var filters = new ArrayList<Bson>();
        criteria.company().ifPresent(company -> filters.add(Filters.eq("state.company", company)));
        criteria.state().ifPresent(state -> filters.add(Filters.eq("state.state", state.name())));
        criteria.type().ifPresent(type -> filters.add(Filters.eq("state.type", type.name())));
        criteria.officer().ifPresent(officer -> filters.add(Filters.eq("state.officers", officer)));
        return query(filters.isEmpty() ? new Document() : Filters.and(filters), afterId, limit);
    }

    @Override
    public List<Visit> occupying(String officer) {
        return all(Filters.and(Filters.eq("state.officers", officer), Filters.in("state.state", OCCUPYING)));
    }

    @Override
    public List<Visit> ofYear(int year) {
        return all(Filters.eq("state.years", year));
    }

    private List<Visit> all(Bson filter) {
        var found = new ArrayList<Visit>();
        List<Visit> page = query(filter, null, PAGE);
        found.addAll(page);
        while (page.size() == PAGE) {
            page = query(filter, page.getLast().id(), PAGE);
            found.addAll(page);
        }
        return found;
    }
}
