package org.trustedtrader.enrolment.membership.mongo;

import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.test.VersionBefore;

class VersionBeforeTest {

    @Test
    void whatTheVersionBeforeStoredIsRead() {
        VersionBefore.isRead(MongoMemberships.TYPE);
    }
}
