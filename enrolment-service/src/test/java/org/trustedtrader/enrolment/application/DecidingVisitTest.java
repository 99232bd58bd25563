package org.trustedtrader.enrolment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.enrolment.application.ApplicationState.*;
import static org.trustedtrader.enrolment.application.Fixtures.*;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.enrolment.application.VisitReport.Outcome;
import org.trustedtrader.enrolment.application.VisitReport.Subject;

/** Which of the visits that name an application say how its validation ended. */
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
        var visit = visit("v-1", 9, true, new Subject(company, initial, onSite));
        application.follow(reports(assessment(9, true), visit), PLATFORM, NOW);
        assertThat(application.state()).isEqualTo(expected);
    }

    @Test
    void aLaterVisitOnSiteGivesTheOutcomeInsteadOfTheInitialOne() {
        assertThat(outcome(visit(8, true), unsatisfactory(9, new Subject(COMPANY, false, true))))
                .isEqualTo(Outcome.UNSATISFACTORY);
    }

    @Test
    void neitherAVirtualVisitNorAnotherCompanysReplacesTheInitialOne() {
        assertThat(outcome(visit(8, true), unsatisfactory(9, new Subject(COMPANY, false, false))))
                .isEqualTo(Outcome.SATISFACTORY);
        assertThat(outcome(visit(8, true), unsatisfactory(9, new Subject("987654324", false, true))))
                .isEqualTo(Outcome.SATISFACTORY);
    }

    private static Outcome outcome(VisitReport... visits) {
        return new ApplicationReports(Optional.empty(), List.of(visits))
                .concerning(COMPANY)
                .findings()
                .validation();
    }

    private static VisitReport unsatisfactory(long version, Subject subject) {
        var visit = visit("v-2", version, true, subject);
        return new VisitReport("v-2", version, visit.at(), subject, true, Outcome.UNSATISFACTORY, visit.validators());
    }
}
