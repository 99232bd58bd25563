package org.trustedtrader.assessment.sitemeasure.mongo;

import org.springframework.stereotype.Component;
import org.trustedtrader.assessment.sitemeasure.SiteMeasureRecords;
import org.trustedtrader.assessment.sitemeasure.SiteMeasures;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;

/** The measures of each site, one document per site. */
@Component
final class MongoSiteMeasures extends AggregateStore<SiteMeasures> implements SiteMeasureRecords {

    static final AggregateType<SiteMeasures, SiteMeasures.Snapshot> TYPE = AggregateType.named(
                    "site-measures", "site_measures")
            .stored(SiteMeasures.Snapshot.class, SiteMeasures::snapshot, SiteMeasures::restore)
            .unpublished();

    MongoSiteMeasures(AggregateStoreFactory shared) {
        super(TYPE, shared);
    }
}
