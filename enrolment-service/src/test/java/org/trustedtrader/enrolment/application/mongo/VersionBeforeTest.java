package org.trustedtrader.enrolment.application.mongo;

import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.test.VersionBefore;

class VersionBeforeTest {

    @Test
    void whatTheVersionBeforeStoredIsRead() {
        VersionBefore.isRead(MongoApplications.TYPE);
    }
}
