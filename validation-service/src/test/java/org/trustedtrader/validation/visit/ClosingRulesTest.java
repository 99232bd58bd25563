package org.trustedtrader.validation.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.validation.visit.VisitFixtures.*;
import static org.trustedtrader.validation.visit.VisitState.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.refusal.Refusal;

class ClosingRulesTest {

    /** Issued 2027-01-04; 90 days later is Sunday, the 4th of April, so that the Monday is the last day. */
    private static final Instant LAST_MOMENT = Instant.parse("2027-04-06T03:59:59Z");

    private static final Instant TOO_LATE = Instant.parse("2027-04-06T04:00:00Z");

    @Test
    void theCompanyHasNinetyDaysThatEndOnAWorkingDayOfTheProgramme() {
        var visit = in(REPORT_ISSUED);
        assertThat(visit.snapshot().respondBy()).contains(LocalDate.of(2027, 4, 5));
        in(REPORT_ISSUED).respond("F1", "Done", CARLA, LAST_MOMENT);
        assertRule("response-overdue", () -> in(REPORT_ISSUED).respond("F1", "Done", CARLA, TOO_LATE));
    }

    @Test
    void anExtensionMovesTheLastDay() {
        var extended = after(REPORT_ISSUED, v -> v.extendResponse(10, "Illness", VERA, duringVisit()));
        assertThat(extended.snapshot().respondBy()).contains(LocalDate.of(2027, 4, 14));
        extended.respond("F1", "Done", CARLA, TOO_LATE);
    }

    @Test
    void aVisitIsNotClosedWhileAResponseIsAwaitedInTime() {
        assertRule("response-awaited", () -> close(in(RESPONSE_AWAITED), Visit.Outcome.UNSATISFACTORY, duringVisit()));
        assertRule("response-awaited", () -> close(in(REPORT_ISSUED), Visit.Outcome.UNSATISFACTORY, LAST_MOMENT));
        close(in(REPORT_ISSUED), Visit.Outcome.UNSATISFACTORY, TOO_LATE);
    }

    @Test
    void aDisputedResponseIsAwaitedAgain() {
        var answered = after(RESPONSE_AWAITED, v -> v.respond("F1", "No", CARLA, duringVisit()));
        var both = after(answered, v -> v.respond("F2", "Yes", CARLA, duringVisit()));
        var disputed = after(both, v -> v.disputeResponse("F1", "Not enough", VERA, duringVisit()));
        assertThat(disputed.snapshot().waitingFor()).contains(Visit.Ball.COMPANY);
        assertRule("response-awaited", () -> close(disputed, Visit.Outcome.UNSATISFACTORY, duringVisit()));
    }

    @Test
    void aRequiredActionIsResolvedBeforeAVisitIsSatisfactory() {
        var answered = after(RESPONSE_AWAITED, v -> v.respond("F1", "Done", CARLA, duringVisit()));
        var both = after(answered, v -> v.respond("F2", "Yes", CARLA, duringVisit()));
        assertRule("required-action-open", () -> close(both, Visit.Outcome.SATISFACTORY, duringVisit()));
        close(both, Visit.Outcome.UNSATISFACTORY, duringVisit());
        close(settled(), Visit.Outcome.SATISFACTORY, duringVisit());
    }

    @Test
    void anUnsatisfactoryOutcomeHasAReason() {
        assertRule("reason-needed", () -> settled().close(Visit.Outcome.UNSATISFACTORY, " ", VERA, duringVisit()));
    }

    @Test
    void aHighRiskWithoutAnyRequiredActionIsNotSatisfactory() {
        var high = List.of(new Fieldwork.AreaRating("SEALS", RiskLevel.HIGH, "x"));
        assertRule(
                "high-risk-without-action",
                () -> close(withoutFindings(high), Visit.Outcome.SATISFACTORY, duringVisit()));
    }

    @Test
    void aReportWithoutFindingsIsClosedOnceItIsAcknowledged() {
        var visit = withoutFindings(List.of(new Fieldwork.AreaRating("SEALS", RiskLevel.LOW, "Good")));
        close(visit, Visit.Outcome.SATISFACTORY, duringVisit());
        assertThat(visit.snapshot().outcome()).isEqualTo(Visit.Outcome.SATISFACTORY);
    }

    @Test
    void anInitialVisitIsNotCancelledByItself() {
        assertRule("initial-visit-follows-application", () -> in(DUE).cancel("Not needed", VERA, NOW));
    }

    @Test
    void aFindingThatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> in(REPORT_ISSUED).respond("F9", "x", CARLA, duringVisit()))
                .isInstanceOf(Refusal.NotFound.class);
    }

    private static Visit withoutFindings(List<Fieldwork.AreaRating> areas) {
        var done = after(IN_PROGRESS, v -> v.finishFieldwork(areas, VERA, duringVisit()));
        var draft = after(done, v -> v.draftReport("All well", VERA, duringVisit()));
        var issued = after(draft, v -> v.issueReport(VisitParameters.DEFAULT, VERA, duringVisit()));
        return after(issued, v -> v.acknowledgeReport(CARLA, duringVisit()));
    }

    private static void close(Visit visit, Visit.Outcome outcome, Instant now) {
        visit.close(outcome, "Because", VERA, now);
    }

    private static void assertRule(String rule, Runnable command) {
        assertThatThrownBy(command::run)
                .isInstanceOfSatisfying(
                        Refusal.RuleBroken.class, r -> assertThat(r.rule()).isEqualTo(rule));
    }
}
