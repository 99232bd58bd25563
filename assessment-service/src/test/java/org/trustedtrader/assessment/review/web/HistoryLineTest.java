package org.trustedtrader.assessment.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.trustedtrader.assessment.review.Fixtures;
import org.trustedtrader.platform.aggregate.HistoryEntry;

class HistoryLineTest {

    @Test
    void whyAnOfficerOpenedTheFileAgainStaysWithTheOfficers() {
        var reopened = entry("reopened", "INCIDENT: a seizure under inquiry");
        assertThat(HistoryLine.of(reopened, Fixtures.OWNER).reason()).isEmpty();
        assertThat(HistoryLine.of(reopened, Fixtures.ASSESSOR).reason()).contains("seizure");
    }

    @Test
    void theCompanyReadsTheReasonsThatConcernIt() {
        assertThat(HistoryLine.of(entry("completed", "LOW. All is well."), Fixtures.OWNER)
                        .reason())
                .isEqualTo("LOW. All is well.");
    }

    private static HistoryEntry entry(String change, String reason) {
        return new HistoryEntry(
                9,
                change,
                "user:adam",
                "assessor",
                Fixtures.NOW,
                Fixtures.NOW,
                "COMPLETED",
                "REOPENED",
                reason,
                "",
                "",
                "",
                "");
    }
}
