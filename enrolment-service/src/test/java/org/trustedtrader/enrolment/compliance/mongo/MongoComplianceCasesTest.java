package org.trustedtrader.enrolment.compliance.mongo;

import static org.trustedtrader.enrolment.EventSamples.assertSample;
import static org.trustedtrader.enrolment.compliance.ComplianceCaseTest.aCaseIn;

import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.compliance.ComplianceCase;
import org.trustedtrader.platform.test.GoldenDocuments;

class MongoComplianceCasesTest {

    @Test
    void isStoredAsInGit() {
        GoldenDocuments.matches(
                MongoComplianceCases.TYPE, aCaseIn(ComplianceCase.State.OPENED), "golden/compliance-case-opened.json");
        GoldenDocuments.matches(
                MongoComplianceCases.TYPE,
                aCaseIn(ComplianceCase.State.ANSWERED),
                "golden/compliance-case-answered.json");
    }

    @Test
    void announcesWhatTheSampleSays() {
        assertSample(
                "enrolment.compliance-case.answered.v1",
                MongoComplianceCases.TYPE.payload(aCaseIn(ComplianceCase.State.ANSWERED)));
    }
}
