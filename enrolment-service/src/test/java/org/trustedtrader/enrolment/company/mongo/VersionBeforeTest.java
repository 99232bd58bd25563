package org.trustedtrader.enrolment.company.mongo;

import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.test.VersionBefore;

class VersionBeforeTest {

    @Test
    void whatTheVersionBeforeStoredIsRead() {
        VersionBefore.isRead(MongoCompanies.TYPE);
    }
}
