package org.trustedtrader.assessment.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.trustedtrader.assessment.criteria.LineOfBusiness;
import org.trustedtrader.platform.event.Event;
import tools.jackson.databind.json.JsonMapper;

class EnrolmentEventsTest {

    private static final String APPLICATION = """
            {"applicationId":"a1","company":"123456782","linesOfBusiness":["HIGHWAY_CARRIER"],"state":"SUBMITTED",
             "intakeOfficer":null,"submittedAt":"2026-11-23T12:00:00Z","somethingNew":{"x":1}}""";
    private static final String COMPANY = """
            {"businessNumber":"123456782","legalName":"Carrier","sites":[
              {"id":"S1","name":"Yard","functions":["YARD"],"address":{"street":"1 Main","city":"Windsor","region":"ON",
               "postalCode":"N9A 1A1","country":"CA"},"latitude":42.3,"longitude":-83.0,"headcount":5},
              {"id":"S2","name":"Office","address":{"region":"Michigan","country":"US"}}]}""";

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void readsAnApplicationAndIgnoresWhatItDoesNotKnow() {
        var event = event("application/a1", APPLICATION);
        var heard = json.readValue(event.data(), ApplicationAnnounced.class).heard(event);
        assertThat(heard.id()).isEqualTo("a1");
        assertThat(heard.version()).isEqualTo(4);
        assertThat(heard.linesOfBusiness()).containsExactly(LineOfBusiness.HIGHWAY_CARRIER);
        assertThat(heard.wantsAssessment()).isTrue();
    }

    @Test
    void readsWhereACompanysSitesAre() {
        var places = json.readValue(COMPANY, CompanyAnnounced.class).places();
        assertThat(places).extracting(place -> place.siteId().orElseThrow()).containsExactly("S1", "S2");
        assertThat(places).extracting(place -> place.code()).containsExactly("CA-ON", "US");
    }

    private static Event event(String subject, String data) {
        return new Event(
                "enrolment/" + subject + "/4",
                "enrolment.application.submitted.v1",
                "enrolment",
                subject,
                Instant.parse("2026-11-23T12:00:00Z"),
                4,
                "user:carla",
                "",
                data);
    }
}
