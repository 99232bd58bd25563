package org.trustedtrader.validation.visit.mongo;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.mongo.codec.RecordCodec;
import org.trustedtrader.platform.test.GoldenDocuments;
import org.trustedtrader.validation.visit.mongo.MongoMembershipProjection.MembershipView;

/** The view is stored as the first version of this service stored it. */
class MongoMembershipProjectionTest {

    @Test
    void aMembershipIsStoredAndReadAsInGit() {
        GoldenDocuments.matches(
                RecordCodec.of(MembershipView.class),
                new MembershipView("ACTIVE", LocalDate.of(2031, 1, 5), 2031, null, null, null),
                "golden/membership-view.json");
        GoldenDocuments.matches(
                RecordCodec.of(MembershipView.class),
                new MembershipView("WITHDRAWN", null, null, "0a1b2c3d", "123456782", null),
                "golden/membership-view-company.json");
        GoldenDocuments.matches(
                RecordCodec.of(MembershipView.class),
                new MembershipView(
                        "ACTIVE",
                        LocalDate.of(2031, 1, 5),
                        2031,
                        "0a1b2c3d",
                        "123456782",
                        Instant.parse("2030-01-05T05:00:00Z")),
                "golden/membership-view-revalidation.json");
    }
}
