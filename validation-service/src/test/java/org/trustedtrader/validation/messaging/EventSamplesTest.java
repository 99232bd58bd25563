package org.trustedtrader.validation.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trustedtrader.validation.clients.CompanyResponse;
import org.trustedtrader.validation.visit.RiskLevel;
import tools.jackson.databind.json.JsonMapper;

/** The samples that others promise to write are understood here. */
class EventSamplesTest {

    private static final Path SAMPLES = Path.of("../docs/events/samples");

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void aCompletedAssessmentIsUnderstood() throws IOException {
        var assessment = read(
                SAMPLES.resolve("assessment.assessment.completed.v1.json"), AssessmentEvents.AssessmentPayload.class);
        assertThat(assessment.isCompleted()).isTrue();
        assertThat(assessment.requiredApplicationId()).isNotBlank();
        assertThat(assessment.completed().company()).matches("[0-9]{9}");
        assertThat(assessment.completed().risk()).isEqualTo(RiskLevel.MEDIUM);
    }

    @TestFactory
    Stream<DynamicTest> everyAssessmentIsUnderstood() throws IOException {
        return samples("assessment.assessment.")
                .map(sample -> DynamicTest.dynamicTest(
                        sample.getFileName().toString(),
                        () -> assertThat(read(sample, AssessmentEvents.AssessmentPayload.class)
                                        .isCompleted())
                                .isEqualTo(sample.getFileName().toString().contains(".completed."))));
    }

    @TestFactory
    Stream<DynamicTest> everyApplicationIsUnderstood() throws IOException {
        return samples("enrolment.application.")
                .map(sample -> DynamicTest.dynamicTest(
                        sample.getFileName().toString(),
                        () -> assertThat(read(sample, EnrolmentEvents.ApplicationPayload.class)
                                        .requiredState())
                                .isUpperCase()));
    }

    @TestFactory
    Stream<DynamicTest> everyMembershipIsUnderstood() throws IOException {
        return samples("enrolment.membership.")
                .map(sample -> DynamicTest.dynamicTest(
                        sample.getFileName().toString(),
                        () -> assertThat(read(sample, MembershipEvents.MembershipPayload.class)
                                        .member()
                                        .revalidationDueOn())
                                .isNotNull()));
    }

    @Test
    void anObligationToBeRevalidatedIsUnderstood() throws IOException {
        var sample = SAMPLES.resolve("enrolment.obligation.overdue.v1.json");
        var payload = read(sample, MembershipEvents.ObligationPayload.class);
        assertThat(payload.kind()).isNotBlank();
        assertThat(payload.state()).isEqualTo("OVERDUE");
        assertThat(payload.dueOn()).isNotNull();
        assertThat(payload.turn()).isIn("COMPANY", "PROGRAMME");
    }

    @TestFactory
    Stream<DynamicTest> everyCompanyIsUnderstoodWithItsSites() throws IOException {
        return samples("enrolment.company.")
                .map(sample -> DynamicTest.dynamicTest(
                        sample.getFileName().toString(),
                        () -> assertThat(read(sample, CompanyResponse.class)
                                        .about("123456782")
                                        .sites())
                                .isNotEmpty()));
    }

    private <T> T read(Path sample, Class<T> type) throws IOException {
        var data = json.readTree(Files.readString(sample)).get("data");
        return json.readValue(data.toString(), type);
    }

    private static Stream<Path> samples(String prefix) throws IOException {
        try (var files = Files.list(SAMPLES)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)).sorted().toList().stream();
        }
    }
}
