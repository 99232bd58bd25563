package org.trustedtrader.assessment.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.assessment.config.files.CatalogueFiles;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.assessment.criteria.SiteFunction;
import org.trustedtrader.assessment.criteria.SiteFunctions;
import org.trustedtrader.assessment.review.AskedCriteria;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.assessment.review.Fixtures;
import org.trustedtrader.assessment.review.FollowApplication;
import org.trustedtrader.assessment.review.FollowSites;
import org.trustedtrader.assessment.review.InMemory;
import org.trustedtrader.platform.event.Event;
import org.trustedtrader.platform.inbox.UnprocessableEventException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** This service understands what enrolment's samples say. */
class EnrolmentEventsTest {

    private static final Path SAMPLES = Path.of("../docs/events/samples");

    private final JsonMapper json = JsonMapper.builder().build();
    private final InMemory.StoredAssessments assessments = new InMemory.StoredAssessments();
    private final InMemory.Companies companies = new InMemory.Companies();
    private final AskedCriteria criteria = new AskedCriteria(
            CatalogueFiles.load(List.of("catalogue/2026.1", "catalogue/2026.2", "catalogue/2026.3")), companies);
    private final EnrolmentEvents events = new EnrolmentEvents(
            json,
            new FollowApplication(
                    assessments, new InMemory.Applications(), new InMemory.Memberships(), criteria, Fixtures.clock()),
            companies,
            new FollowSites(assessments, criteria, Fixtures.clock()));

    static Stream<Path> applications() throws IOException {
        try (var files = Files.list(SAMPLES)) {
            return files
                    .filter(file -> file.getFileName().toString().startsWith("enrolment.application."))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("applications")
    void understandsEveryApplication(Path sample) {
        Event event = read(sample);
        events.enrolment().handle(event);
        boolean ended = event.type().contains("withdrawn");
        assertThat(assessments.find(event.aggregateId()).isEmpty()).isEqualTo(ended);
    }

    @Test
    void opensForTheLinesOfBusinessOfASubmittedApplication() {
        Event submitted = read(SAMPLES.resolve("enrolment.application.submitted.v1.json"));
        events.enrolment().handle(submitted);
        var opened = assessments.find(submitted.aggregateId()).orElseThrow().snapshot();
        assertThat(opened.company()).isEqualTo("123456782");
        assertThat(opened.linesOfBusiness()).isEqualTo(Set.of(LineOfBusiness.HIGHWAY_CARRIER));
    }

    static Stream<Path> memberships() throws IOException {
        try (var files = Files.list(SAMPLES)) {
            return files
                    .filter(file -> file.getFileName().toString().startsWith("enrolment.membership."))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("memberships")
    void understandsEveryMembershipAndKnowsWhenItsRevalidationWasOpened(Path sample) {
        Event event = read(sample);
        String application = "{\"company\":\"123456782\",\"linesOfBusiness\":[\"IMPORTER\"],\"state\":\"APPROVED\"}";
        events.enrolment()
                .handle(event(
                        "enrolment.application.approved.v1", "application/" + event.aggregateId(), 9, application));
        events.memberships().handle(event);
        assertThat(assessments.find(event.aggregateId()).orElseThrow().state() == Assessment.State.CLOSED)
                .isEqualTo(event.type().contains("withdrawn"));
        var opening =
                assessments.find(event.aggregateId()).orElseThrow().snapshot().revalidationOpenedAt();
        assertThat(opening)
                .isEqualTo(
                        event.type().contains("revalidation-opened")
                                ? Optional.of(Instant.parse("2029-11-23T05:00:00Z"))
                                : Optional.empty());
    }

    @Test
    void takesInTheChangesThatAnAnnualReviewStates() {
        events.enrolment()
                .handle(event(
                        "enrolment.application.approved.v1",
                        "application/m1",
                        9,
                        "{\"company\":\"123456782\",\"linesOfBusiness\":[\"IMPORTER\"],\"state\":\"APPROVED\"}"));
        events.enrolment().handle(read(SAMPLES.resolve("enrolment.annual-review.submitted.v1.json")));
        assertThat(assessments.find("m1").orElseThrow().snapshot().changesStatedAt())
                .contains(Instant.parse("2027-09-30T16:00:00Z"));
    }

    @Test
    void learnsWhereACompanysSitesAre() {
        events.companies().handle(read(SAMPLES.resolve("enrolment.company.registered.v1.json")));
        assertThat(companies.sitesOf("123456782").orElseThrow())
                .extracting(place -> place.siteId().orElseThrow() + " " + place.code())
                .containsExactly("windsor CA-ON");
        assertThat(companies.zonesOf("123456782")).containsExactly(ZoneId.of("America/Toronto"));
        assertThat(companies.functionsOf("123456782"))
                .containsExactly(new SiteFunctions("windsor", Set.of(SiteFunction.CROSS_DOCK, SiteFunction.YARD)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{\"linesOfBusiness\":[\"IMPORTER\"],\"state\":\"SUBMITTED\"}",
                "{\"company\":\"123456782\",\"linesOfBusiness\":[\"PIRATE\"],\"state\":\"SUBMITTED\"}",
            })
    void whatCanNeverBeUnderstoodIsPoison(String data) {
        Event event = event("enrolment.application.submitted.v1", "application/a1", 3, data);
        assertThatExceptionOfType(UnprocessableEventException.class)
                .isThrownBy(() -> events.enrolment().handle(event));
    }

    private Event read(Path sample) {
        JsonNode envelope = json.readTree(sample.toFile());
        return event(
                envelope.get("type").asString(),
                envelope.get("subject").asString(),
                envelope.get("version").asLong(),
                envelope.get("data").toString());
    }

    private static Event event(String type, String subject, long version, String data) {
        return new Event(
                "enrolment/" + subject + "/" + version,
                type,
                "enrolment",
                subject,
                Instant.parse("2026-11-23T12:00:00Z"),
                version,
                "user:carla",
                "",
                data);
    }
}
