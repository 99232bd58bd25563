package org.trustedtrader.validation.visit.mongo;

import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.mongo.codec.RecordCodec;
import org.trustedtrader.platform.test.GoldenDocuments;
import org.trustedtrader.validation.visit.ApplicationProjection.CompletedAssessment;
import org.trustedtrader.validation.visit.RiskLevel;
import org.trustedtrader.validation.visit.mongo.MongoApplicationProjection.ApplicationView;

/** The views are stored as the first version of this service stored them. */
class MongoApplicationProjectionTest {

    @Test
    void anApplicationIsStoredAndReadAsInGit() {
        var codec = RecordCodec.of(ApplicationView.class);
        GoldenDocuments.matches(codec, new ApplicationView("IN_REVIEW", "123456782"), "golden/application-view.json");
        GoldenDocuments.matches(codec, new ApplicationView("LAPSED", null), "golden/application-view-no-company.json");
    }

    @Test
    void aCompletedAssessmentIsStoredAndReadAsInGit() {
        GoldenDocuments.matches(
                RecordCodec.of(CompletedAssessment.class),
                new CompletedAssessment("123456782", RiskLevel.HIGH),
                "golden/assessment-view.json");
    }
}
