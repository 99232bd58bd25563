package org.trustedtrader.assessment.threatlist.mongo;

import org.springframework.stereotype.Component;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;
import org.trustedtrader.platform.publication.DocumentVersion;
import org.trustedtrader.platform.publication.mongo.MongoDocumentVersions;

/** Lists of threat levels in the collection {@code threat_lists}. */
@Component("threatListVersions")
final class MongoThreatLists extends MongoDocumentVersions {

    static final AggregateType<DocumentVersion, DocumentVersion.Snapshot> TYPE = type("threat-list", "threat_lists");

    MongoThreatLists(AggregateStoreFactory shared) {
        super(TYPE, shared);
    }
}
