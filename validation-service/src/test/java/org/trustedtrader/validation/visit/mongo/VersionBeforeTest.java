package org.trustedtrader.validation.visit.mongo;

import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.test.VersionBefore;

class VersionBeforeTest {

    @Test
    void whatTheVersionBeforeStoredIsRead() {
        VersionBefore.isRead(MongoVisits.TYPE);
    }
}
