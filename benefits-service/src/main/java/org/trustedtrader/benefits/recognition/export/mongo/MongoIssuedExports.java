package org.trustedtrader.benefits.recognition.export.mongo;

import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.recognition.export.IssuedExport;
import org.trustedtrader.benefits.recognition.export.IssuedExports;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;
import org.trustedtrader.platform.mongo.codec.RecordCodec;

/** Lists that were given out, in the collection {@code exports}. */
@Component
final class MongoIssuedExports extends AggregateStore<IssuedExport> implements IssuedExports {

    static final AggregateType<IssuedExport, IssuedExport.Snapshot> TYPE = AggregateType.named("export", "exports")
            .stored(
                    RecordCodec.builder(IssuedExport.Snapshot.class)
                            .inlined(IssuedExport.Snapshot.class, "terms")
                            .build(),
                    IssuedExport::snapshot,
                    IssuedExport::restore)
            .published(export -> new ExportPayload(export.id(), export.terms()));

    MongoIssuedExports(AggregateStoreFactory shared) {
        super(TYPE, shared);
    }

    record ExportPayload(String exportId, IssuedExport.Terms terms) {}
}
