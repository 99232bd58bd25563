package org.trustedtrader.enrolment.application.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.application.AssessmentReport;
import org.trustedtrader.enrolment.application.Turn;
import org.trustedtrader.enrolment.application.VisitReport;
import org.trustedtrader.enrolment.application.mongo.MongoReviewReports.StoredVisit;
import org.trustedtrader.platform.test.GoldenDocuments;

class MongoReviewReportsTest {

    private static final Instant AT = Instant.parse("2026-11-23T12:00:00.123Z");

    @Test
    void reportsAreStoredAsInGit() {
        var completed = new AssessmentReport(
                9,
                true,
                true,
                AssessmentReport.RiskRating.LOW,
                1,
                Set.of("user:adam", "user:ada"),
                51,
                52,
                Turn.NOBODY,
                false);
        GoldenDocuments.matches(MongoReviewReports.ASSESSMENT, completed, "golden/assessment-report.json");
        var opened = new AssessmentReport(1, false, false, null, 0, Set.of(), 0, 52, null, false);
        GoldenDocuments.matches(MongoReviewReports.ASSESSMENT, opened, "golden/assessment-report-bare.json");
        var closed = new VisitReport(
                "v-1",
                7,
                AT,
                new VisitReport.Subject("123456782", "windsor", true, false),
                true,
                VisitReport.Outcome.SATISFACTORY,
                Set.of("user:vera"),
                false,
                Turn.NOBODY,
                Set.of("windsor", "calgary"),
                false);
        GoldenDocuments.matches(MongoReviewReports.VISIT, new StoredVisit("a-1", closed), "golden/visit-report.json");
        var planned = new VisitReport(
                "v-2",
                1,
                AT,
                new VisitReport.Subject(null, null, false, true),
                false,
                null,
                Set.of(),
                true,
                null,
                Set.of(),
                false);
        GoldenDocuments.matches(
                MongoReviewReports.VISIT, new StoredVisit("a-1", planned), "golden/visit-report-bare.json");
    }

    @Test
    void reportsOfTheVersionBeforeAreRead() {
        GoldenDocuments.isRead(MongoReviewReports.ASSESSMENT, "golden/before/assessment-report.json");
        GoldenDocuments.isRead(MongoReviewReports.ASSESSMENT, "golden/before/assessment-report-bare.json");
        GoldenDocuments.isRead(MongoReviewReports.VISIT, "golden/before/visit-report.json");
        var planned = GoldenDocuments.isRead(MongoReviewReports.VISIT, "golden/before/visit-report-bare.json");
        assertThat(planned.report().open()).isFalse();
    }
}
