package org.trustedtrader.benefits.recognition.mongo;

import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.recognition.PartnerRegister;
import org.trustedtrader.benefits.recognition.PartnerRegisters;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStores;

/** Registers of partners in the collection {@code partner_registers}. */
@Component
final class MongoPartnerRegisters extends AggregateStore<PartnerRegister> implements PartnerRegisters {

    MongoPartnerRegisters(AggregateStores shared) {
        super(new PartnerRegisterMapping(), shared);
    }
}
