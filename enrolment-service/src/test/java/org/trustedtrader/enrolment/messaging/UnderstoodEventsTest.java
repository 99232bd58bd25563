package org.trustedtrader.enrolment.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.enrolment.EventSamples.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustedtrader.enrolment.application.ApplicationState;
import org.trustedtrader.enrolment.application.AssessmentReport;
import org.trustedtrader.enrolment.application.Turn;
import org.trustedtrader.enrolment.application.VisitReport;
import org.trustedtrader.enrolment.membership.MemberReports;
import org.trustedtrader.enrolment.messaging.AssessmentEvents.AssessmentPayload;
import org.trustedtrader.enrolment.messaging.EnrolmentEvents.ApplicationPayload;
import org.trustedtrader.enrolment.messaging.EnrolmentEvents.MembershipPayload;
import org.trustedtrader.enrolment.messaging.ValidationEvents.VisitPayload;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.UnprocessableEventException;
import tools.jackson.databind.json.JsonMapper;

/** The samples that other services test as producers are understood here. */
class UnderstoodEventsTest {

    private final EventData data = new EventData(JsonMapper.builder().build());

    @ParameterizedTest
    @CsvSource({
        "opened, false, false",
        "submitted, true, false",
        "completed, true, true",
        "reopened, true, false",
        "revalidation-opened, true, false",
    })
    void knowsHowFarAnAssessmentIs(String change, boolean underWay, boolean completed) {
        var event = read("assessment.assessment." + change + ".v1");
        var report = data.of(event, AssessmentPayload.class).report(event.version());
        assertThat(report.underWay()).isEqualTo(underWay);
        assertThat(report.completed()).isEqualTo(completed);
        assertThat(report.version()).isEqualTo(event.version());
    }

    @Test
    void knowsWhatAMemberOwesAndForWhichRevalidationItsProfileWasOpened() {
        var report = data.of(read("assessment.assessment.revalidation-opened.v1"), AssessmentPayload.class)
                .memberReport();
        assertThat(report.revalidationOpenedAt()).isEqualTo("2026-11-23T12:01:00Z");
        assertThat(report.mustActions())
                .containsExactly(new MemberReports.MustAction("A3CHY-1", LocalDate.parse("2027-02-22"), false, false));
    }

    @Test
    void knowsWhoAssessedAndHowRiskyItIs() {
        var announced = data.of(read("assessment.assessment.completed.v1"), AssessmentPayload.class);
        assertThat(announced.assessors()).isNotEmpty();
        assertThat(announced.riskRating()).isNotNull();
    }

    @Test
    void knowsHowAVisitEndedAndWhoMadeIt() {
        var event = read("validation.visit.closed.v1");
        var report = data.of(event, VisitPayload.class).report(event);
        assertThat(report.closed()).isTrue();
        assertThat(report.outcome()).isEqualTo(VisitReport.Outcome.SATISFACTORY);
        assertThat(report.validators()).isNotEmpty();
        assertThat(report.subject()).isEqualTo(new VisitReport.Subject("123456782", "windsor", true, true));
    }

    @ParameterizedTest
    @CsvSource({
        "due, true, PROGRAMME",
        "confirmed, true, NOBODY",
        "report-issued, true, APPLICANT",
        "closed, false,",
        "cancelled, false,",
    })
    void knowsWhetherAVisitIsOpenAndWhoseTurnItIs(String change, boolean open, Turn turn) {
        var event = read("validation.visit." + change + ".v1");
        var report = data.of(event, VisitPayload.class).report(event);
        assertThat(report.open()).isEqualTo(open);
        assertThat(report.turn()).isEqualTo(turn);
    }

    @ParameterizedTest
    @CsvSource({"opened, APPLICANT", "submitted, PROGRAMME", "completed, NOBODY", "reopened, APPLICANT"})
    void knowsWithWhomAProfileLies(String change, Turn turn) {
        var event = read("assessment.assessment." + change + ".v1");
        assertThat(data.of(event, AssessmentPayload.class).report(1).turn()).isEqualTo(turn);
    }

    @Test
    void knowsForWhichRevalidationAVisitIsDueAndWhichSitesItRequires() {
        var payload = data.of(read("validation.visit.due-date-moved.v1"), VisitPayload.class);
        var membership = payload.membership();
        assertThat(membership).isEqualTo("0b7c6f1e-5f0a-4b7e-9a55-6a1f8a3f9d10");
        assertThat(payload.memberReport(membership))
                .isEqualTo(new MemberReports.VisitReport(
                        membership,
                        "REVALIDATION",
                        "DUE",
                        null,
                        null,
                        Set.of(),
                        new MemberReports.Sites("windsor", null, Set.of("london", "windsor"), false),
                        Instant.parse("2026-11-23T14:00:00Z"),
                        "VALIDATOR"));
    }

    @Test
    void knowsFromTheBeginningWhichSitesAFileRequires() {
        var event = read("validation.visit.due.v1");
        var report = data.of(event, VisitPayload.class).report(event);
        assertThat(report.requiredSites()).containsExactlyInAnyOrder("london", "windsor");
        assertThat(report.subject().site()).isEqualTo("windsor");
    }

    @Test
    void knowsWhichSitesAreRequiredAndWhoDecidedOnDisputes() {
        var event =
                event("{\"visitId\":\"v-1\",\"applicationId\":\"a-1\",\"company\":\"123456782\",\"type\":\"INITIAL\","
                        + "\"mode\":null,\"state\":\"DUE\",\"outcome\":null,\"validators\":[\"user:vera\"],"
                        + "\"requiredSites\":[\"windsor\",\"calgary\"],\"disputesDecidedBy\":[\"user:dora\"]}");
        var report = data.of(event, VisitPayload.class).report(event);
        assertThat(report.requiredSites()).containsExactlyInAnyOrder("windsor", "calgary");
        assertThat(report.validators()).containsExactlyInAnyOrder("user:vera", "user:dora");
    }

    @Test
    void understandsItsOwnAnnouncements() {
        assertThat(data.of(read("enrolment.application.terms-signed.v1"), ApplicationPayload.class)
                        .approved())
                .isTrue();
        assertThat(data.of(read("enrolment.application.accepted.v1"), ApplicationPayload.class)
                        .state())
                .isEqualTo(ApplicationState.ACCEPTED);
        assertThat(data.of(read("enrolment.membership.withdrawn.v1"), MembershipPayload.class)
                        .over())
                .isTrue();
    }

    @Test
    void understandsACompanyThatCouldNotBeRated() {
        var event = event("{\"applicationId\":\"a-1\",\"state\":\"COMPLETED\",\"answered\":9,\"total\":9,"
                + "\"riskRating\":\"UNRATED\",\"openMustActions\":0,\"assessors\":[]}");
        assertThat(data.of(event, AssessmentPayload.class).report(3).riskRating())
                .isEqualTo(AssessmentReport.RiskRating.UNRATED)
                .isGreaterThan(AssessmentReport.RiskRating.HIGH);
    }

    @Test
    void toleratesFieldsThatItDoesNotKnow() {
        var event = event("{\"applicationId\":\"a-1\",\"state\":\"SUBMITTED\",\"answered\":3,\"total\":9,"
                + "\"riskRating\":null,\"openMustActions\":0,\"assessors\":[],\"brandNew\":{\"x\":1}}");
        assertThat(data.of(event, AssessmentPayload.class).report(3).underWay()).isTrue();
    }

    @Test
    void parksWhatItCannotRead() {
        assertThatThrownBy(() -> data.of(event("{\"state\":"), VisitPayload.class))
                .isInstanceOf(UnprocessableEventException.class);
        assertThatThrownBy(() -> data.of(event("{\"state\":\"NOWHERE\",\"company\":\"1\"}"), ApplicationPayload.class))
                .isInstanceOf(UnprocessableEventException.class);
    }

    private static Event event(String text) {
        return new Event(
                "x/y/z/1", "x.y.done.v1", "x", "y/z", Instant.parse("2026-11-23T12:00:00Z"), 1, "service:x", "", text);
    }
}
