package org.trustedtrader.validation.visit.mongo;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.mongo.codec.RecordCodec;
import org.trustedtrader.platform.test.GoldenDocuments;
import org.trustedtrader.validation.visit.RevalidationDuties.Duty;

class MongoRevalidationDutiesTest {

    @Test
    void aDutyIsStoredAndReadAsInGit() {
        var extended = new Duty("m-1", LocalDate.of(2030, 12, 1), "EXTENDED", LocalDate.of(2031, 2, 1), true);
        GoldenDocuments.matches(
                RecordCodec.of(MongoRevalidationDuties.DutyView.class),
                MongoRevalidationDuties.DutyView.of(extended),
                "golden/revalidation-duty.json");
    }
}
