package org.trustedtrader.enrolment.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.enrolment.EnrolmentServiceIT;
import org.trustedtrader.enrolment.StubAssessment;
import org.trustedtrader.enrolment.annualreview.SecurityProfiles;
import org.trustedtrader.platform.refusal.Refusal;

/** What becomes of good answers, bad answers and silence; each test has a circuit breaker of its own. */
@EnrolmentServiceIT
class AssessmentProfilesIT {

    private static final StubAssessment ASSESSMENT = StubAssessment.running();

    private final AssessmentClient client;
    private final String membership = UUID.randomUUID().toString();
    private AssessmentProfiles profiles;

    AssessmentProfilesIT(AssessmentClient client) {
        this.client = client;
        this.profiles = new AssessmentProfiles(client);
    }

    @BeforeEach
    void aProfileAndAClosedCircuit() {
        profiles = new AssessmentProfiles(client);
        ASSESSMENT.profile(membership, List.of("c1"));
    }

    @Test
    void aProfileIsReadWithItsCriteriaAndPartners() {
        var profile = profiles.find(membership).orElseThrow();
        assertThat(profile.criteria())
                .containsExactly(new SecurityProfiles.Criterion(
                        "c1", "MUST", "ACCEPTED", 1, false, LocalDate.of(2099, 1, 1), false, null));
        assertThat(profile.partners())
                .isEqualTo(new SecurityProfiles.Partners("chain-1", List.of("Great Lakes Steel")));
    }

    @Test
    void onlyTheServicesOwnWordThatThereIsNoProfileCountsAsNone() {
        assertThat(profiles.find(UUID.randomUUID().toString())).isEmpty();
        ASSESSMENT.becomes(membership, "404 <html>No such page</html>");
        assertUnavailable();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "500 {}",
                "503 {}",
                "401 {}",
                "200 <html>Welcome</html>",
                "200 {}",
                "200 ",
                "200 {\"assessmentId\":\"another\",\"criteria\":[],\"supplyChain\":{\"version\":\"1\",\"partners\":[]}}",
                "200 {\"assessmentId\":\"ID\",\"supplyChain\":{\"version\":\"1\",\"partners\":[]}}",
                "200 {\"assessmentId\":\"ID\",\"criteria\":[]}",
                "200 {\"assessmentId\":\"ID\",\"criteria\":[null],\"supplyChain\":{\"version\":\"1\",\"partners\":[]}}",
                "200 {\"assessmentId\":\"ID\",\"criteria\":[{\"criterion\":\"c1\"}],"
                        + "\"supplyChain\":{\"version\":\"1\",\"partners\":[]}}"
            })
    void errorsAndNonsenseAreUnavailabilityAndNeverNoProfile(String mood) {
        ASSESSMENT.becomes(membership, mood.replace("ID", membership));
        assertUnavailable();
    }

    @Test
    void silenceIsUnavailabilityWithinSeconds() {
        ASSESSMENT.becomes(membership, "silent");
        var before = Instant.now();
        assertUnavailable();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void afterSeveralFailuresTheServiceIsLeftInPeaceForAWhile() {
        ASSESSMENT.becomes(membership, "500 {}");
        for (int i = 0; i < 5; i++) {
            assertUnavailable();
        }
        int calls = ASSESSMENT.calls();
        assertUnavailable();
        assertThat(ASSESSMENT.calls()).isEqualTo(calls);
    }

    private void assertUnavailable() {
        assertThatThrownBy(() -> profiles.find(membership)).isInstanceOf(Refusal.Unavailable.class);
    }
}
