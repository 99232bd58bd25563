package org.trustedtrader.benefits.recognition.mongo;

import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.recognition.PartnerList;
import org.trustedtrader.benefits.recognition.PartnerLists;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;

/** Acknowledgements of lists in the collection {@code partner_lists}. */
@Component
final class MongoPartnerLists extends AggregateStore<PartnerList> implements PartnerLists {

    MongoPartnerLists(AggregateStoreFactory shared) {
        super(new PartnerListMapping(), shared);
    }
}
