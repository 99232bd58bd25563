package org.trustedtrader.enrolment.drivercard.mongo;

import static org.trustedtrader.enrolment.EventSamples.assertSample;
import static org.trustedtrader.enrolment.drivercard.DriverCardBatchTest.aBatchIn;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.drivercard.DriverCardBatch.Result;
import org.trustedtrader.enrolment.drivercard.DriverCardBatch.State;
import org.trustedtrader.platform.test.GoldenDocuments;

class StoredDriverCardBatchTest {

    private static final Result RESULT = new Result(Instant.parse("2026-12-07T12:00:02Z"), List.of("FAST00012346"));

    @Test
    void isStoredAsInGit() {
        GoldenDocuments.matches(
                MongoDriverCardBatches.TYPE, aBatchIn(State.PROPOSED), "golden/driver-card-batch-proposed.json");
        GoldenDocuments.matches(
                MongoDriverCardBatches.TYPE,
                aBatchIn(State.REGISTERED, RESULT),
                "golden/driver-card-batch-registered.json");
    }

    @Test
    void announcesWhatTheSamplesSay() {
        assertSample(
                "enrolment.driver-card-batch.registered.v1",
                MongoDriverCardBatches.TYPE.payload(aBatchIn(State.REGISTERED)));
        assertSample(
                "enrolment.driver-card-batch.cards-registered.v1",
                MongoDriverCardBatches.TYPE.payload(aBatchIn(State.REGISTERED, RESULT)));
    }
}
