package org.trustedtrader.validation.planning.mongo;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.mongo.codec.RecordCodec;
import org.trustedtrader.platform.test.GoldenDocuments;
import org.trustedtrader.validation.planning.mongo.MongoMembershipProjection.MembershipView;

/** The view is stored as the first version of this service stored it. */
class MongoMembershipProjectionTest {

    @Test
    void aMembershipIsStoredAndReadAsInGit() {
        GoldenDocuments.matches(
                RecordCodec.of(MembershipView.class),
                new MembershipView("ACTIVE", LocalDate.of(2031, 1, 5), 2031),
                "golden/membership-view.json");
    }
}
