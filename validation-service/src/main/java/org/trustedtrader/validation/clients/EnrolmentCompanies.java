package org.trustedtrader.validation.clients;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.validation.visit.Companies;

/**
 * Looks companies up at enrolment. Only its own 404 for a company counts as "no such company"; silence, an error or an
 * answer that cannot be read is unavailability, and repeated failure opens the circuit for five seconds. Timeouts stand in
 * application.properties.
 */
@Component
final class EnrolmentCompanies implements Companies {

    private static final Logger LOG = LoggerFactory.getLogger(EnrolmentCompanies.class);
    private static final String NOT_FOUND = "urn:ttp:problem:not-found";

    private final EnrolmentClient enrolment;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "enrolment-companies",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(10)
                    .minimumNumberOfCalls(5)
                    .failureRateThreshold(50)
                    .waitDurationInOpenState(Duration.ofSeconds(5))
                    .permittedNumberOfCallsInHalfOpenState(2)
                    .build());

    EnrolmentCompanies(EnrolmentClient enrolment) {
        this.enrolment = enrolment;
    }

    @Override
    public Optional<Company> find(String businessNumber) {
        try {
            return breaker.executeSupplier(() -> ask(businessNumber));
        } catch (CallNotPermittedException e) {
            throw unavailable();
        } catch (RuntimeException e) {
            LOG.warn("problem=enrolment-look-up-failed cause=\"{}\"", e.toString());
            throw unavailable();
        }
    }

    private Optional<Company> ask(String businessNumber) {
        try {
            return Optional.of(enrolment.company(businessNumber).about(businessNumber));
        } catch (FeignException.NotFound e) {
            if (e.contentUTF8().contains(NOT_FOUND)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Refusal.Unavailable unavailable() {
        return new Refusal.Unavailable(Message.of("validation.site.look-up-failed"));
    }
}
