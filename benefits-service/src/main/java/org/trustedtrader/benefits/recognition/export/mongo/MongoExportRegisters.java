package org.trustedtrader.benefits.recognition.export.mongo;

import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.recognition.export.ExportRegister;
import org.trustedtrader.benefits.recognition.export.ExportRegisters;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;

/** The book of our members, in the collection {@code export_books}. */
@Component
final class MongoExportRegisters extends AggregateStore<ExportRegister> implements ExportRegisters {

    MongoExportRegisters(AggregateStoreFactory shared) {
        super(new ExportRegisterMapping(), shared);
    }
}
