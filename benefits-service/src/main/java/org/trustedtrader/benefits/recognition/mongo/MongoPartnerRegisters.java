package org.trustedtrader.benefits.recognition.mongo;

import java.util.List;
import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.recognition.PartnerRegister;
import org.trustedtrader.benefits.recognition.PartnerRegister.StoredRefresh;
import org.trustedtrader.benefits.recognition.PartnerRegisters;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;
import org.trustedtrader.platform.mongo.codec.RecordCodec;

/** Registers of partners in the collection {@code partner_registers}. */
@Component
final class MongoPartnerRegisters extends AggregateStore<PartnerRegister> implements PartnerRegisters {

    static final AggregateType<PartnerRegister, PartnerRegister.Snapshot> TYPE = AggregateType.named(
                    "partner", "partner_registers")
            .stored(
                    RecordCodec.builder(PartnerRegister.Snapshot.class)
                            .inlined(PartnerRegister.Snapshot.class, "progress")
                            .build(),
                    PartnerRegister::snapshot,
                    PartnerRegister::restore)
            .published(register ->
                    new RegisterPayload(register.id(), register.snapshot().refreshes()));

    MongoPartnerRegisters(AggregateStoreFactory shared) {
        super(TYPE, shared);
    }

    /** When the lists were drawn that were taken in whole. */
    record RegisterPayload(String partner, List<StoredRefresh> refreshes) {}
}
