package org.trustedtrader.benefits.recognition.export.mongo;

import org.springframework.stereotype.Component;
import org.trustedtrader.benefits.recognition.export.ExportBook;
import org.trustedtrader.benefits.recognition.export.ExportBooks;
import org.trustedtrader.platform.mongo.AggregateStore;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;

/** The book of our members, in the collection {@code export_books}. */
@Component
final class MongoExportBooks extends AggregateStore<ExportBook> implements ExportBooks {

    MongoExportBooks(AggregateStoreFactory shared) {
        super(new ExportBookMapping(), shared);
    }
}
