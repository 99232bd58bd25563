package org.trustedtrader.enrolment.monitoring.mongo;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.monitoring.Disclosure;
import org.trustedtrader.enrolment.monitoring.MonitoringAnswer.Reason;
import org.trustedtrader.enrolment.monitoring.mongo.MongoMonitoringAnswers.StoredAnswer;
import org.trustedtrader.platform.test.GoldenDocuments;

class MongoMonitoringAnswersTest {

    @Test
    void anAnswerIsStoredAsInGit() {
        var answer = new StoredAnswer(
                "d-1",
                "user:o",
                "123456782",
                "bn15",
                "987654324RM0001",
                Disclosure.values()[0],
                List.of(Reason.UNKNOWN_IDENTIFIER),
                List.of(new StoredAnswer.SeenVersion("company/987654324", 3)),
                Instant.parse("2026-11-23T14:00:00.123Z"),
                Instant.parse("2026-11-23T14:01:00.123Z"));
        GoldenDocuments.matches(MongoMonitoringAnswers.CODEC, answer, "golden/monitoring-answer.json");
    }
}
