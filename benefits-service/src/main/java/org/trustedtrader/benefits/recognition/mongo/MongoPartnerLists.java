package org.trustedtrader.benefits.recognition.mongo;

import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.recognition.PartnerList;
import org.trustedtrader.benefits.recognition.PartnerLists;
import org.trustedtrader.benefits.recognition.RowCounts;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;
import org.trustedtrader.platform.mongo.codec.RecordCodec;

/** Acknowledgements of lists in the collection {@code partner_lists}. */
@Component
final class MongoPartnerLists extends AggregateStore<PartnerList> implements PartnerLists {

    static final AggregateType<PartnerList, PartnerList.Snapshot> TYPE = AggregateType.named(
                    "partner-list", "partner_lists")
            .stored(
                    RecordCodec.builder(PartnerList.Snapshot.class)
                            .inlined(PartnerList.Snapshot.class, "header")
                            .inlined(PartnerList.Snapshot.class, "result")
                            .build(),
                    PartnerList::snapshot,
                    PartnerList::restore)
            .published(ListPayload::of);

    MongoPartnerLists(AggregateStoreFactory shared) {
        super(TYPE, shared);
    }

    record ListPayload(
            String listId,
            String partner,
            String kind,
            long sequence,
            String checksum,
            String outcome,
            RowCounts tally) {

        static ListPayload of(PartnerList list) {
            return new ListPayload(
                    list.id(),
                    list.partner(),
                    list.header().kind().name(),
                    list.header().sequence(),
                    list.header().checksum(),
                    list.result().outcome().name(),
                    list.result().tally());
        }
    }
}
