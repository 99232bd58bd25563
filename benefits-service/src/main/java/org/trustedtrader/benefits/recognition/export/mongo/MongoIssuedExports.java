package org.trustedtrader.benefits.recognition.export.mongo;

import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.recognition.export.IssuedExport;
import org.trustedtrader.benefits.recognition.export.IssuedExports;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;

/** Lists that were given out, in the collection {@code exports}. */
@Component
final class MongoIssuedExports extends AggregateStore<IssuedExport> implements IssuedExports {

    MongoIssuedExports(AggregateStoreFactory shared) {
        super(new IssuedExportMapping(), shared);
    }
}
