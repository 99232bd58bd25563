package org.trustedtrader.enrolment.membership.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.membership.MemberReports.Sites;
import org.trustedtrader.enrolment.membership.MemberReports.VisitReport;
import org.trustedtrader.platform.mongo.codec.RecordCodec;
import org.trustedtrader.platform.test.GoldenDocuments;

class MongoMemberReportsTest {

    private static final Instant CLOSED = Instant.parse("2030-06-01T15:00:00Z");

    @Test
    void aVisitIsStoredAndReadAsInGit() {
        GoldenDocuments.matches(
                RecordCodec.of(VisitReport.class),
                new VisitReport(
                        "m-1",
                        "REVALIDATION",
                        "CLOSED",
                        "SATISFACTORY",
                        CLOSED,
                        Set.of("user:vera"),
                        new Sites("quay", "dock", Set.of("dock", "office"), false),
                        Instant.parse("2030-05-01T04:00:00Z"),
                        null),
                "golden/member-visit.json");
    }

    @Test
    void aVisitOfTheVersionBeforeIsRead() {
        var stored = Document.parse("""
                {"membershipId":"m-1","type":"REVALIDATION","state":"CLOSED","outcome":"SATISFACTORY",
                 "closedAt":{"$date":"2030-06-01T15:00:00Z"},"validators":["user:vera"]}""");
        assertThat(RecordCodec.of(VisitReport.class).read(stored))
                .isEqualTo(new VisitReport(
                        "m-1",
                        "REVALIDATION",
                        "CLOSED",
                        "SATISFACTORY",
                        CLOSED,
                        Set.of("user:vera"),
                        null,
                        null,
                        null));
    }
}
