package org.trustedtrader.benefits.recognition.export.mongo;

import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.recognition.export.ExportList;
import org.trustedtrader.benefits.recognition.export.ExportRegister;
import org.trustedtrader.benefits.recognition.export.ExportRegisters;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;
import org.trustedtrader.platform.mongo.codec.RecordCodec;

/** The register of our exported members, in the collection {@code export_books}. */
@Component
final class MongoExportRegisters extends AggregateStore<ExportRegister> implements ExportRegisters {

    static final AggregateType<ExportRegister, ExportRegister.Snapshot> TYPE = AggregateType.named(
                    "export-book", "export_books")
            .stored(
                    RecordCodec.builder(ExportRegister.Snapshot.class)
                            .inlined(ExportList.Entry.class, "member")
                            .build(),
                    ExportRegister::snapshot,
                    ExportRegister::restore)
            .published(register -> new RegisterPayload(register.sequence(), register.size()));

    MongoExportRegisters(AggregateStoreFactory shared) {
        super(TYPE, shared);
    }

    /** Our list has changed; who wants to know how asks for it. */
    record RegisterPayload(long sequence, int members) {}
}
