package org.trustedtrader.benefits.policy.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.policy.PolicyVersion;
import org.trustedtrader.benefits.policy.PolicyVersions;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.refusal.Refusal;

/** Versions of the rules in the collection {@code policies}. */
@Component
final class MongoPolicyVersions extends AggregateStore<PolicyVersion> implements PolicyVersions {

    private static final int MOST = 10_000;

    MongoPolicyVersions(AggregateStoreFactory shared) {
        super(new PolicyVersionMapping(), shared);
    }

    @Override
    public List<PolicyVersion> all() {
        return query(new Document(), null, MOST);
    }

    @Override
    public List<PolicyVersion> published() {
        return query(Filters.gt("state.rulesFrom", new Date(0)), null, MOST);
    }

    @Override
    public PolicyVersion change(String id, Command command, Consumer<PolicyVersion> verb) {
        try {
            return super.change(id, command, verb);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            throw new Refusal.RuleBroken(
                    "policy-date-taken",
                    "Another policy was published that is in force from the same time. Withdraw this one and propose it"
                            + " again under a new version with another effectiveFrom.");
        }
    }
}
