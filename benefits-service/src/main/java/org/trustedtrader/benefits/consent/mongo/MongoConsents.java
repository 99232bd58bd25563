package org.trustedtrader.benefits.consent.mongo;

import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.consent.Consent;
import org.trustedtrader.benefits.consent.Consents;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;

/** Consents in the collection {@code consents}. */
@Component
final class MongoConsents extends AggregateStore<Consent> implements Consents {

    private static final int PAGE = 1000;

    MongoConsents(AggregateStoreFactory shared) {
        super(new ConsentMapping(), shared);
    }

    /** A company's consents are named after it, so that their range of ids needs no index of its own. */
    @Override
    public List<Consent> page(Optional<String> company, Optional<String> after, int limit) {
        var filter = company.map(bn9 -> Filters.and(Filters.gt("_id", bn9 + "-"), Filters.lt("_id", bn9 + ".")))
                .orElseGet(Filters::empty);
        return query(filter, after.orElse(null), limit);
    }

    @Override
    public void forEach(Consumer<Consent> consumer) {
        List<Consent> page;
        var after = "";
        do {
            page = query(Filters.gt("_id", after), null, PAGE);
            page.forEach(consumer);
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == PAGE);
    }
}
