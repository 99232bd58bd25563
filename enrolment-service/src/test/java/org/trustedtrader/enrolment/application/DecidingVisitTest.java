package org.trustedtrader.enrolment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.enrolment.application.ApplicationState.VALIDATION_PENDING;
import static org.trustedtrader.enrolment.application.Fixtures.*;
import static org.trustedtrader.enrolment.application.VisitReport.Outcome.SATISFACTORY;
import static org.trustedtrader.enrolment.application.VisitReport.Outcome.UNSATISFACTORY;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.enrolment.application.VisitReport.Outcome;
import org.trustedtrader.enrolment.application.VisitReport.Subject;

/** Which of the visits that name an application say how its validation ended: the last one on site of every site. */
class DecidingVisitTest {

    @ParameterizedTest
    @CsvSource({
        "123456782, true, true, VALIDATED",
        "987654324, true, true, VALIDATION_PENDING",
        ", true, true, VALIDATION_PENDING",
        "123456782, true, false, VALIDATION_PENDING",
        "123456782, false, true, VALIDATION_PENDING",
    })
    void onlyAnInitialVisitOnSiteToTheApplicationsOwnCompanyDecides(
            String company, boolean initial, boolean onSite, ApplicationState expected) {
        var application = with(VALIDATION_PENDING, reviewed(ReviewOutcome.NONE));
        var visit = visit("v-1", 9, true, new Subject(company, "windsor", initial, onSite));
        application.follow(reports(assessment(9, true), visit), PLATFORM, NOW);
        assertThat(application.state()).isEqualTo(expected);
    }

    @Test
    void aLaterVisitToTheSameSiteReplacesTheEarlierOne() {
        assertThat(outcome(visit(8, true), ended("v-2", 9, onSite("windsor"), UNSATISFACTORY)))
                .isEqualTo(UNSATISFACTORY);
        assertThat(outcome(unsatisfactoryInitial(), ended("v-2", 9, onSite("windsor"), SATISFACTORY)))
                .isEqualTo(SATISFACTORY);
    }

    @Test
    void aVisitToAnotherSiteReplacesNothing() {
        assertThat(outcome(unsatisfactoryInitial(), ended("v-2", 9, onSite("calgary"), SATISFACTORY)))
                .isEqualTo(UNSATISFACTORY);
        assertThat(outcome(visit(8, true), ended("v-2", 9, onSite("calgary"), UNSATISFACTORY)))
                .isEqualTo(UNSATISFACTORY);
    }

    @Test
    void theLaterVisitIsTheOneThatEndedLaterWhateverOrderItsReportsCameIn() {
        var repeat = ended("a-repeat", 9, onSite("windsor"), SATISFACTORY);
        assertThat(outcome(repeat, unsatisfactoryInitial())).isEqualTo(SATISFACTORY);
        var before = ended("z-before", 3, onSite("windsor"), SATISFACTORY);
        assertThat(outcome(unsatisfactoryInitial(), before)).isEqualTo(UNSATISFACTORY);
    }

    @Test
    void aVirtualVisitCountsAgainstASiteAndNeverForIt() {
        var virtual = new Subject(COMPANY, "windsor", false, false);
        assertThat(outcome(visit(8, true), ended("v-2", 9, virtual, UNSATISFACTORY)))
                .isEqualTo(UNSATISFACTORY);
        assertThat(outcome(unsatisfactoryInitial(), ended("v-2", 9, virtual, SATISFACTORY)))
                .isEqualTo(UNSATISFACTORY);
        var elsewhere = new Subject(COMPANY, "calgary", false, false);
        assertThat(outcome(visit(8, true), ended("v-2", 9, elsewhere, SATISFACTORY)))
                .isEqualTo(SATISFACTORY);
    }

    @Test
    void aVisitWhoseSiteIsNotKnownIsReplacedByNone() {
        var unknown = ended("v-1", 8, new Subject(COMPANY, null, true, true), UNSATISFACTORY);
        assertThat(outcome(unknown, ended("v-2", 9, onSite("windsor"), SATISFACTORY)))
                .isEqualTo(UNSATISFACTORY);
    }

    @Test
    void anotherCompanysVisitCountsForNothing() {
        var other = new Subject("987654324", "windsor", false, true);
        assertThat(outcome(visit(8, true), ended("v-2", 9, other, UNSATISFACTORY)))
                .isEqualTo(SATISFACTORY);
    }

    @Test
    void everyRequiredSiteIsVisitedBeforeTheValidationIsDecided() {
        var initial = requiring(visit(8, true), "windsor", "calgary");
        assertThat(outcome(initial)).isNull();
        assertThat(findings(initial).sitesToVisit()).containsExactly("calgary");
        assertThat(outcome(initial, ended("v-2", 9, onSite("calgary"), SATISFACTORY)))
                .as("an ordered visit is none of those that the file requires")
                .isNull();
        var second = ended("v-2", 9, new Subject(COMPANY, "calgary", true, true), SATISFACTORY);
        assertThat(outcome(initial, second)).isEqualTo(SATISFACTORY);
        var planned = requiring(visit("v-3", 9, false, onSite("moncton")), "moncton");
        assertThat(outcome(visit(8, true), cancelled(planned, false))).isEqualTo(SATISFACTORY);
    }

    @Test
    void aSiteThatTheFileCanDoWithoutIsNotRequiredUnlessItIsPlannedAgain() {
        var made = requiring(visit(8, true), "windsor", "calgary");
        var initial = new Subject(COMPANY, "calgary", true, true);
        var dropped = cancelled(visit("v-2", 9, false, initial), true);
        assertThat(outcome(made, cancelled(visit("v-2", 9, false, initial), false)))
                .isNull();
        assertThat(outcome(made, dropped)).isEqualTo(SATISFACTORY);
        assertThat(outcome(made, dropped, visit("v-3", 9, false, initial))).isNull();
    }

    /** The company moved: the visit that was due for Windsor is made to London, and no report says more of Windsor. */
    @Test
    void aSiteThatIsGoneIsNotWaitedForOnceAnotherOneIsVisitedInstead() {
        var london = new Subject(COMPANY, "london", true, true);
        var moved = insteadOf("windsor", requiring(ended("v-1", 9, london, SATISFACTORY), "windsor", "london"));
        assertThat(findings(moved).sitesToVisit()).isEmpty();
        assertThat(outcome(moved)).isEqualTo(SATISFACTORY);
        var calgary = new Subject(COMPANY, "calgary", true, true);
        var other = requiring(ended("v-2", 8, calgary, SATISFACTORY), "windsor", "calgary");
        assertThat(outcome(moved, other))
                .as("whatever an older report requires")
                .isEqualTo(SATISFACTORY);
        var open = insteadOf("windsor", requiring(visit("v-1", 9, false, london), "london"));
        assertThat(findings(open, other).sitesToVisit()).containsExactly("london");
    }

    private static VisitReport insteadOf(String site, VisitReport v) {
        return new VisitReport(
                v.visitId(),
                v.version(),
                v.at(),
                v.subject(),
                v.closed(),
                v.outcome(),
                v.validators(),
                v.open(),
                v.turn(),
                v.requiredSites(),
                false,
                site);
    }

    private static VisitReport unsatisfactoryInitial() {
        return ended("initial-" + ID, 8, new Subject(COMPANY, "windsor", true, true), UNSATISFACTORY);
    }

    private static VisitReport requiring(VisitReport v, String... sites) {
        return new VisitReport(
                v.visitId(),
                v.version(),
                v.at(),
                v.subject(),
                v.closed(),
                v.outcome(),
                v.validators(),
                v.open(),
                v.turn(),
                Set.of(sites),
                false);
    }

    /** Neither closed nor open. */
    private static VisitReport cancelled(VisitReport v, boolean dropsSite) {
        return new VisitReport(
                v.visitId(),
                v.version(),
                v.at(),
                v.subject(),
                false,
                null,
                v.validators(),
                false,
                null,
                v.requiredSites(),
                dropsSite);
    }

    private static Outcome outcome(VisitReport... visits) {
        return findings(visits).validation();
    }

    private static ReviewOutcome findings(VisitReport... visits) {
        return new ApplicationReports(Optional.empty(), List.of(visits))
                .concerning(COMPANY)
                .findings();
    }
}
