package org.trustedtrader.enrolment.obligation.mongo;

import static org.trustedtrader.enrolment.EventSamples.assertSample;
import static org.trustedtrader.enrolment.obligation.ObligationTest.anObligationIn;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.obligation.Obligation;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.test.GoldenDocuments;

class MongoObligationsTest {

    @Test
    void isStoredAsInGit() {
        GoldenDocuments.matches(
                MongoObligations.TYPE, anObligationIn(Obligation.State.OPEN), "golden/obligation-open.json");
        GoldenDocuments.matches(
                MongoObligations.TYPE, anObligationIn(Obligation.State.MET), "golden/obligation-met.json");
    }

    @Test
    void announcesWhatTheSampleSays() {
        assertSample(
                "enrolment.obligation.overdue.v1",
                MongoObligations.TYPE.payload(anObligationIn(Obligation.State.OVERDUE)));
    }

    @Test
    void readsWhatTheVersionBeforeStored() {
        for (var document : List.of("obligation-open", "obligation-met")) {
            GoldenDocuments.isRead(
                    MongoObligations.TYPE,
                    new Aggregate.Stored("1", 3, Map.of()),
                    "golden/before/" + document + ".json");
        }
    }
}
