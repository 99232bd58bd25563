package org.trustedtrader.enrolment.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.enrolment.membership.Fixtures.ID;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.enrolment.membership.MemberReports.AssessmentReport;
import org.trustedtrader.enrolment.membership.MemberReports.Sites;
import org.trustedtrader.enrolment.membership.MemberReports.VisitReport;
import org.trustedtrader.platform.refusal.Refusal.Violation;

class RevalidationReportsTest {

    private static final Instant OPENED = Instant.parse("2030-05-01T04:00:00Z");
    private static final Instant EARLIER = OPENED.minusSeconds(86_400);
    private static final Set<String> ALL = Set.of("dock", "office", "plant");

    @Test
    void everyRequiredSiteNeedsAClosedVisit() {
        assertThat(missing(closed("dock", "SATISFACTORY", 1), closed("office", "SATISFACTORY", 2)))
                .containsExactly("RequiredSitesVisited");
        assertThat(missing(
                        closed("dock", "SATISFACTORY", 1),
                        closed("office", "SATISFACTORY", 2),
                        closed("plant", "SATISFACTORY", 3)))
                .isEmpty();
    }

    @Test
    void aRepeatReplacesTheVisitToTheSameSiteOnly() {
        var bad = closed("office", "UNSATISFACTORY", 2);
        assertThat(missing(bad, closed("dock", "SATISFACTORY", 3), closed("plant", "SATISFACTORY", 4)))
                .containsExactly("VisitsSatisfactory");
        assertThat(missing(
                        bad,
                        closed("dock", "SATISFACTORY", 3),
                        closed("plant", "SATISFACTORY", 4),
                        closed("office", "SATISFACTORY", 5)))
                .isEmpty();
        assertThat(missing(
                        bad,
                        closed("dock", "SATISFACTORY", 3),
                        closed("plant", "SATISFACTORY", 4),
                        closed("office", "SATISFACTORY", 1)))
                .as("an earlier visit replaces nothing")
                .containsExactly("VisitsSatisfactory");
    }

    @Test
    void aCancelledVisitLeavesItsSiteRequiredUnlessTheSiteIsGone() {
        var dock = closed("dock", "SATISFACTORY", 1);
        var plant = closed("plant", "SATISFACTORY", 2);
        assertThat(missing(dock, plant, cancelled(false))).containsExactly("RequiredSitesVisited");
        assertThat(missing(dock, plant, cancelled(true))).isEmpty();
    }

    @Test
    void aSiteThatIsGoneIsReplacedByTheOneThatIsVisitedInstead() {
        var instead = visit("CLOSED", "SATISFACTORY", 3, new Sites("quay", "office", ALL, false), OPENED, null);
        assertThat(missing(closed("dock", "SATISFACTORY", 1), closed("plant", "SATISFACTORY", 2), instead))
                .isEmpty();
    }

    @Test
    void visitsOfAnEarlierRevalidationCountForNothing() {
        var before = visit("CLOSED", "UNSATISFACTORY", -9, new Sites("dock", null, ALL, false), EARLIER, null);
        var dropped = visit("CANCELLED", null, 0, new Sites("dock", null, ALL, true), EARLIER, null);
        var only = new Sites("dock", null, Set.of("dock"), false);
        assertThat(missing(before, dropped, visit("CLOSED", "SATISFACTORY", 1, only, OPENED, null)))
                .isEmpty();
        assertThat(missing(before)).containsExactly("VisitsClosed");
    }

    @Test
    void reportsOfTheVersionBeforeAllHaveToBeSatisfactory() {
        assertThat(missing(
                        visit("CLOSED", "UNSATISFACTORY", 1, null, null, null),
                        visit("CLOSED", "SATISFACTORY", 2, null, null, null)))
                .containsExactly("VisitsSatisfactory");
    }

    @ParameterizedTest
    @CsvSource({
        "REOPENED, VALIDATOR, true",
        "SUBMITTED, COMPANY, false",
        "COMPLETED, COMPANY, true",
        "COMPLETED, VALIDATOR, false",
        "COMPLETED, THE_DAY, false"
    })
    void theCompanyHasTheTurnOnlyWhileNothingWaitsForTheProgramme(String profile, String visit, boolean company) {
        var open = visit("NOTIFIED", null, 0, new Sites("dock", null, ALL, false), OPENED, visit);
        assertThat(reports(profile, open).turnIsWithCompany()).isEqualTo(company);
        var another = visit("DUE", null, 0, new Sites("plant", null, ALL, false), OPENED, "VALIDATOR");
        assertThat(reports(profile, open, another).turnIsWithCompany()).isEqualTo(profile.equals("REOPENED"));
    }

    /** It may be under review when the revalidation opens, and the company could do nothing. */
    @Test
    void anAssessmentThatDoesNotTakePartYetLeavesTheTurnWithTheProgramme() {
        assertThat(new RevalidationReports(null, List.of()).turnIsWithCompany()).isFalse();
    }

    private static List<String> missing(VisitReport... visits) {
        return reports("COMPLETED", visits).objections().stream()
                .map(Violation::field)
                .toList();
    }

    private static RevalidationReports reports(String profile, VisitReport... visits) {
        return RevalidationReports.since(OPENED, ID, new MemberReports() {
            @Override
            public void keep(String membershipId, long version, AssessmentReport report) {}

            @Override
            public void keep(String visitId, long version, VisitReport report) {}

            @Override
            public Optional<AssessmentReport> assessment(String membershipId) {
                return Optional.of(new AssessmentReport(profile, OPENED, Set.of(), List.of(), null, null));
            }

            @Override
            public List<VisitReport> visits(String membershipId) {
                return List.of(visits);
            }
        });
    }

    private static VisitReport closed(String site, String outcome, int daysAfter) {
        return visit("CLOSED", outcome, daysAfter, new Sites(site, null, ALL, false), OPENED, null);
    }

    private static VisitReport cancelled(boolean siteIsGone) {
        return visit("CANCELLED", null, 0, new Sites("office", null, ALL, siteIsGone), OPENED, null);
    }

    private static VisitReport visit(
            String state,
            @Nullable String outcome,
            int daysAfter,
            @Nullable Sites sites,
            @Nullable Instant openedAt,
            @Nullable String waitingFor) {
        var closedAt = state.equals("CLOSED") ? OPENED.plusSeconds(86_400L * daysAfter) : null;
        return new VisitReport(
                ID, "REVALIDATION", state, outcome, closedAt, Set.of("user:vera"), sites, openedAt, waitingFor);
    }
}
