package org.trustedtrader.enrolment.consent.mongo;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.consent.Consent;
import org.trustedtrader.enrolment.consent.Consents;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;

/** Consents in the collection {@code consents}. */
@Component
final class MongoConsents extends AggregateStore<Consent> implements Consents {

    static final AggregateType<Consent, Consent.Snapshot> TYPE = AggregateType.named("consent", "consents")
            .stored(Consent.Snapshot.class, Consent::snapshot, Consent::restore)
            .published(Consent::snapshot);

    private static final int MOST_PARTNERS = 10_000;

    MongoConsents(AggregateStoreFactory shared) {
        super(TYPE, shared);
    }

    @Override
    public List<Consent> page(Optional<String> company, Optional<String> after, int limit) {
        return query(company.map(MongoConsents::givenBy).orElseGet(Filters::empty), after.orElse(null), limit);
    }

    @Override
    public List<Partner> partnersOf(String company) {
        var ours = inForce(givenBy(company));
        var theirs = inForce(Filters.in(
                        "_id",
                        ours.stream()
                                .map(c -> new Consent.Pair(c.partner(), company).id())
                                .toList()))
                .stream()
                .collect(Collectors.toMap(Consent.Snapshot::company, Function.identity()));
        return ours.stream()
                .filter(c -> theirs.containsKey(c.partner()))
                .map(c -> new Partner(c.partner(), later(c, theirs)))
                .toList();
    }

    private List<Consent.Snapshot> inForce(Bson which) {
        return query(Filters.and(which, Filters.eq("state.state", Consent.State.GIVEN.name())), null, MOST_PARTNERS)
                .stream()
                .map(Consent::snapshot)
                .toList();
    }

    private static Instant later(Consent.Snapshot ours, Map<String, Consent.Snapshot> theirs) {
        var since = theirs.get(ours.partner()).effectiveAt();
        return since.isAfter(ours.effectiveAt()) ? since : ours.effectiveAt();
    }

    /** A company's consents are named after it, so that their range of ids needs no index of its own. */
    private static Bson givenBy(String company) {
        return Filters.and(Filters.gt("_id", company + "-"), Filters.lt("_id", company + "."));
    }
}
