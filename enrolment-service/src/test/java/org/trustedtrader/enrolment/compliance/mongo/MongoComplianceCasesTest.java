package org.trustedtrader.enrolment.compliance.mongo;

import static org.trustedtrader.enrolment.EventSamples.assertSample;
import static org.trustedtrader.enrolment.compliance.ComplianceCaseTest.aCaseIn;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.compliance.ComplianceCase;
import org.trustedtrader.platform.aggregate.Aggregate;
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

    @Test
    void readsWhatTheVersionBeforeStored() {
        for (var document : List.of("compliance-case-opened", "compliance-case-answered")) {
            GoldenDocuments.isRead(
                    MongoComplianceCases.TYPE,
                    new Aggregate.Stored("1", 3, Map.of()),
                    "golden/before/" + document + ".json");
        }
    }
}
