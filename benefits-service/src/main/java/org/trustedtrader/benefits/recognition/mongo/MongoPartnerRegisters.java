package org.trustedtrader.benefits.recognition.mongo;

import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.recognition.PartnerRegister;
import org.trustedtrader.benefits.recognition.PartnerRegisters;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;

/** Registers of partners in the collection {@code partner_registers}. */
@Component
final class MongoPartnerRegisters extends AggregateStore<PartnerRegister> implements PartnerRegisters {

    MongoPartnerRegisters(AggregateStoreFactory shared) {
        super(new PartnerRegisterMapping(), shared);
    }
}
