package org.trustedtrader.platform.event;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventFormatTest {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "company/123456782",
                "membership/8c0f2f5e-6a55-4c58-a3fb-a9f2ad8a1c8c",
                "driver-card/ABC123456",
                "partner-member/JP1234567890123",
                "clock/programme",
                "consent/123456782-987654324"
            })
    void takesTheSubjectsOfThePlatform(String subject) {
        assertThatCode(() -> EventFormat.check(about(subject))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "company/../x",
                "company/",
                "company",
                "/123456782",
                "company//123456782",
                "company/123456782/4",
                "company/ 123456782",
                "company/.hidden",
                "company/a\nb",
                "company/a$b",
                "company/\u202e1",
                "Company/123456782",
                "../123456782"
            })
    void refusesEveryOtherSubject(String subject) {
        assertThatThrownBy(() -> EventFormat.check(about(subject))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesASubjectOfEndlessLength() {
        refuses(about("company/" + "1".repeat(201)), "subject");
    }

    @Test
    void refusesAnIdOfAnotherFact() {
        refuses(event("enrolment/company/1/3", "enrolment.company.amended.v1", NOW, 2, "user:1", "", "{}"), "id");
        refuses(event("x", "enrolment.company.amended.v1", NOW, 2, "user:1", "", "{}"), "id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "benefits.company.amended.v1",
                "enrolment.membership.amended.v1",
                "enrolment.company.amended",
                "enrolment.company.amended.v0",
                "enrolment.company..v1",
                "enrolment.company.amended.more.v1",
                "enrolment.company.Amended.v1"
            })
    void refusesATypeOfAnotherSourceOrKindOrForm(String type) {
        refuses(event("enrolment/company/1/2", type, NOW, 2, "user:1", "", "{}"), "type");
    }

    @Test
    void refusesTimesThatNoClockShows() {
        for (var time : new Instant[] {Instant.MIN, Instant.MAX, Instant.parse("2200-01-01T00:00:00Z")}) {
            refuses(
                    event("enrolment/company/1/2", "enrolment.company.amended.v1", time, 2, "user:1", "", "{}"),
                    "time");
        }
    }

    @Test
    void refusesVersionsThatNobodyReaches() {
        var version = 1_000_000_000L;
        refuses(
                event(
                        "enrolment/company/1/" + version,
                        "enrolment.company.amended.v1",
                        NOW,
                        version,
                        "user:1",
                        "",
                        "{}"),
                "aggregateversion");
    }

    @Test
    void refusesActorsAndTracesThatWouldSpoilALog() {
        refuses(event("enrolment/company/1/2", "enrolment.company.amended.v1", NOW, 2, "a\nb", "", "{}"), "actor");
        refuses(event("enrolment/company/1/2", "enrolment.company.amended.v1", NOW, 2, "", "", "{}"), "actor");
        refuses(event("enrolment/company/1/2", "enrolment.company.amended.v1", NOW, 2, "a", "x", "{}"), "traceparent");
        assertThatCode(() -> EventFormat.check(
                        event("enrolment/company/1/2", "enrolment.company.amended.v1", NOW, 2, "a", TRACE, "{}")))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesDataLargerThanAnyPublisherSends() {
        var data = "x".repeat(EventFormat.LARGEST_DATA + 1);
        refuses(event("enrolment/company/1/2", "enrolment.company.amended.v1", NOW, 2, "user:1", "", data), "data");
    }

    private static void refuses(Event event, String attribute) {
        assertThatThrownBy(() -> EventFormat.check(event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The event attribute " + attribute + " is malformed");
    }

    private static Event about(String subject) {
        var kind = subject.contains("/") ? subject.substring(0, subject.indexOf('/')) : subject;
        return new Event(
                "enrolment/" + subject + "/2",
                "enrolment." + kind + ".amended.v1",
                "enrolment",
                subject,
                NOW,
                2,
                "user:1",
                "",
                "{}");
    }

    private static Event event(
            String id, String type, Instant time, long version, String actor, String trace, String data) {
        return new Event(id, type, "enrolment", "company/1", time, version, actor, trace, data);
    }
}
