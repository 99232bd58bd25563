package org.trustedtrader.validation.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.validation.StubEnrolment;
import org.trustedtrader.validation.ValidationServiceContext;
import org.trustedtrader.validation.visit.Site;

/** What becomes of good answers, bad answers and silence; each test has a circuit breaker of its own. */
class EnrolmentCompaniesIT extends ValidationServiceContext {

    @Autowired
    private EnrolmentClient enrolment;

    private EnrolmentCompanies companies;

    @BeforeEach
    void aClosedCircuit() {
        companies = new EnrolmentCompanies(enrolment);
    }

    @Test
    void sitesAreReadWithTheirTimeZoneAndHoursAndTheCallIsSignedByTheService() {
        var company = companies.find(COMPANY).orElseThrow();
        assertThat(company.sites()).extracting(Site::id).containsExactly("office", "dock");
        var dock = company.sites().getLast();
        assertThat(dock.zone().getId()).isEqualTo("America/Toronto");
        assertThat(dock.functions()).containsExactly("CROSS_DOCK", "YARD");
        assertThat(dock.hours().spans().get(DayOfWeek.MONDAY).opens()).isEqualTo(LocalTime.of(9, 0));
        assertThat(ENROLMENT.authorization()).startsWith("Bearer ");
    }

    @Test
    void onlyEnrolmentsOwnWordThatThereIsNoCompanyCountsAsNone() {
        assertThat(companies.find("987654324")).isEmpty();
        ENROLMENT.becomes("404 <html>No such page</html>");
        assertUnavailable();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "500 {}",
                "503 {}",
                "401 {}",
                "403 {}",
                "200 <html>Welcome</html>",
                "200 {}",
                "200 []",
                "200 ",
                "200 {\"businessNumber\":\"987654324\",\"sites\":[]}",
                "200 {\"businessNumber\":\"123456782\"}",
                "200 {\"businessNumber\":\"123456782\",\"sites\":[{\"id\":\"x\"}]}",
                "200 {\"businessNumber\":\"123456782\",\"sites\":[null]}"
            })
    void errorsAndNonsenseAreUnavailabilityAndNeverNoSite(String mood) {
        ENROLMENT.becomes(mood);
        assertUnavailable();
    }

    @Test
    void aTimeZoneThatDoesNotExistIsNonsense() {
        ENROLMENT.becomes("200 " + StubEnrolment.company(COMPANY).replace("America/Toronto", "Mars/Olympus"));
        assertUnavailable();
    }

    @Test
    void silenceIsUnavailabilityWithinSeconds() {
        ENROLMENT.becomes("silent");
        var before = Instant.now();
        assertUnavailable();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void afterSeveralFailuresEnrolmentIsLeftInPeaceForAWhile() {
        ENROLMENT.becomes("500 {}");
        for (int i = 0; i < 5; i++) {
            assertUnavailable();
        }
        int calls = ENROLMENT.calls();
        assertUnavailable();
        assertThat(ENROLMENT.calls()).isEqualTo(calls);
    }

    @Test
    void companiesThatDoNotExistDoNotOpenTheCircuit() {
        for (int i = 0; i < 12; i++) {
            assertThat(companies.find("987654324")).isEmpty();
        }
        assertThat(companies.find(COMPANY)).isPresent();
    }

    private void assertUnavailable() {
        assertThatThrownBy(() -> companies.find(COMPANY)).isInstanceOf(Refusal.Unavailable.class);
    }
}
