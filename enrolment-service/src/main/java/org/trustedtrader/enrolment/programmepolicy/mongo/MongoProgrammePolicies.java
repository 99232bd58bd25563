package org.trustedtrader.enrolment.programmepolicy.mongo;

import org.springframework.stereotype.Component;
import org.trustedtrader.platform.mongo.AggregateStoreFactory;
import org.trustedtrader.platform.mongo.AggregateType;
import org.trustedtrader.platform.publication.DocumentVersion;
import org.trustedtrader.platform.publication.mongo.MongoDocumentVersions;

/** Versions of the programme's policy in the collection {@code programme_policies}. */
@Component("programmePolicyVersions")
final class MongoProgrammePolicies extends MongoDocumentVersions {

    static final AggregateType<DocumentVersion, DocumentVersion.Snapshot> TYPE =
            type("programme-policy", "programme_policies");

    MongoProgrammePolicies(AggregateStoreFactory shared) {
        super(TYPE, shared);
    }
}
