package org.trustedtrader.validation;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.trustedtrader.platform.test.Http;
import org.trustedtrader.platform.test.ServiceIT;
import org.trustedtrader.platform.test.TestTokens;
import org.trustedtrader.validation.visit.ApplicationProjection;
import org.trustedtrader.validation.visit.ApplicationProjection.CompletedAssessment;
import org.trustedtrader.validation.visit.MakeInitialVisitDue;
import org.trustedtrader.validation.visit.RiskLevel;

/** The Spring context that all integration tests share: real parts, a stub of enrolment, a clock that tests move. */
@ServiceIT
@Import(MovableClock.AsProgrammeClock.class)
@TestPropertySource(properties = "ttp.services.enrolment.url=${stub.enrolment.url}")
public abstract class ValidationServiceContext {

    public static final String COMPANY = "123456782";
    public static final String VERA_SUBJECT = "00000000-0000-4000-8000-000000000008";
    public static final String VERA = "user:" + VERA_SUBJECT;
    public static final StubEnrolment ENROLMENT = StubEnrolment.running();
    /** 10:00 to 16:00 in Windsor, Monday. */
    public static final String MONDAY = "2027-01-04T15:00:00Z";

    @Autowired
    protected Http http;

    @Autowired
    protected MovableClock clock;

    @Autowired
    private ApplicationProjection files;

    @Autowired
    private MakeInitialVisitDue initialVisits;

    @DynamicPropertySource
    static void stub(DynamicPropertyRegistry registry) {
        registry.add("stub.enrolment.url", ENROLMENT::url);
    }

    @BeforeEach
    void allIsWell() {
        ENROLMENT.becomes("");
        clock.set(MovableClock.START);
    }

    protected static TestTokens vera() {
        return TestTokens.user(VERA_SUBJECT).roles("validator");
    }

    protected static TestTokens victor() {
        return TestTokens.user("victor").roles("validator");
    }

    protected static TestTokens carla() {
        return TestTokens.user("carla").roles("account-owner").company(COMPANY);
    }

    protected static TestTokens mallory() {
        return TestTokens.user("mallory").roles("account-owner").company("111222337");
    }

    protected static TestTokens manager() {
        return TestTokens.user("morgan").roles("programme-manager");
    }

    /** Path of an initial visit that has just become due. */
    protected String aDueVisit() {
        var application = UUID.randomUUID().toString();
        files.keepCompletedAssessment(application, 3, new CompletedAssessment(COMPANY, RiskLevel.MEDIUM));
        initialVisits.afterAssessment(application);
        return "/v1/visits/initial-" + application;
    }

    /** Puts one slot on offer at a time that no other visit of the run has, and has the company confirm it. */
    protected String aConfirmedVisit(Instant startsAt) {
        var path = aDueVisit();
        good(change(path, "/proposal").by(vera()).json(proposal(startsAt)));
        good(change(path, "/notification").by(vera()));
        good(change(path, "/confirmation").by(carla()).json(Map.of("slot", 1)));
        return path;
    }

    protected static Map<String, Object> proposal(Instant... starts) {
        var slots = Arrays.stream(starts)
                .map(start -> Map.of("officer", VERA, "startsAt", start.toString(), "hours", 6))
                .toList();
        return Map.of("mode", "ON_SITE", "slots", slots);
    }

    protected static Map<String, Object> people() {
        return Map.of("people", List.of(Map.of("name", "Jo Doe", "position", "Security manager", "side", "COMPANY")));
    }

    /** A POST with the current version. */
    protected Http.Call change(String path, String intent) {
        return http.post(path + intent).ifMatch(version(path));
    }

    protected long version(String path) {
        return http.get(path).by(vera()).send().version();
    }

    protected static Http.Answer good(Http.Call call) {
        var answer = call.send();
        if (answer.status() >= 300) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
        return answer;
    }
}
