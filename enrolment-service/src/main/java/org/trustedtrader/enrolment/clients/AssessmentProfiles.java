package org.trustedtrader.enrolment.clients;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.trustedtrader.enrolment.annualreview.SecurityProfiles;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Looks security profiles up at assessment-service. Only its own 404 counts as "no such profile"; silence, an error or an
 * answer that cannot be read is unavailability, and repeated failure opens the circuit for five seconds. Timeouts stand in
 * application.properties.
 */
@Component
final class AssessmentProfiles implements SecurityProfiles {

    private static final Logger LOG = LoggerFactory.getLogger(AssessmentProfiles.class);
    private static final String NOT_FOUND = "urn:ttp:problem:not-found";

    private final AssessmentClient assessments;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "assessment-profiles",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(10)
                    .minimumNumberOfCalls(5)
                    .failureRateThreshold(50)
                    .waitDurationInOpenState(Duration.ofSeconds(5))
                    .permittedNumberOfCallsInHalfOpenState(2)
                    .build());

    AssessmentProfiles(AssessmentClient assessments) {
        this.assessments = assessments;
    }

    @Override
    public Optional<Profile> find(String membershipId) {
        try {
            return breaker.executeSupplier(() -> ask(membershipId));
        } catch (CallNotPermittedException e) {
            throw unavailable();
        } catch (RuntimeException e) {
            LOG.warn("problem=assessment-look-up-failed cause=\"{}\"", e.toString());
            throw unavailable();
        }
    }

    private Optional<Profile> ask(String membershipId) {
        try {
            return Optional.of(assessments.reviewBasis(membershipId).about(membershipId));
        } catch (FeignException.NotFound e) {
            if (e.contentUTF8().contains(NOT_FOUND)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Refusal.Unavailable unavailable() {
        return new Refusal.Unavailable(Message.of("enrolment.review.look-up-failed"));
    }
}
