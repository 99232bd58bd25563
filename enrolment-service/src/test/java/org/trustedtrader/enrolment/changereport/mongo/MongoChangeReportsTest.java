package org.trustedtrader.enrolment.changereport.mongo;

import static org.trustedtrader.enrolment.EventSamples.assertSample;
import static org.trustedtrader.enrolment.changereport.ChangeReportTest.aReportIn;

import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.changereport.ChangeReport.State;
import org.trustedtrader.platform.test.GoldenDocuments;

class MongoChangeReportsTest {

    @Test
    void isStoredAsInGit() {
        GoldenDocuments.matches(
                MongoChangeReports.TYPE, aReportIn(State.REPORTED), "golden/change-report-reported.json");
        GoldenDocuments.matches(MongoChangeReports.TYPE, aReportIn(State.VISIT), "golden/change-report-visit.json");
    }

    @Test
    void announcesWhatTheSamplesSay() {
        assertSample("enrolment.change-report.decided.v1", MongoChangeReports.TYPE.payload(aReportIn(State.VISIT)));
        assertSample("enrolment.change-report.reported.v1", MongoChangeReports.TYPE.payload(aReportIn(State.REPORTED)));
    }
}
