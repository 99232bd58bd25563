package org.trustedtrader.validation.clients;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.validation.visit.Companies;
import org.trustedtrader.validation.visit.Company;

/**
 * What enrolment's answers mean. Only its own word that there is no such company counts as none; silence, an error or
 * nonsense is unavailability, and after some of these it is left in peace for a while.
 */
final class EnrolledCompanies implements Companies {

    private static final Logger LOG = LoggerFactory.getLogger(EnrolledCompanies.class);
    private static final String NO_SUCH_THING = "urn:ttp:problem:not-found";

    private final EnrolmentCompanies enrolment;
    private final CircuitBreaker breaker;

    EnrolledCompanies(EnrolmentCompanies enrolment, CircuitBreaker breaker) {
        this.enrolment = enrolment;
        this.breaker = breaker;
    }

    @Override
    public Optional<Company> find(String businessNumber) {
        try {
            return breaker.executeSupplier(() -> ask(businessNumber));
        } catch (CallNotPermittedException e) {
            throw unavailable();
        } catch (Refusal.Unavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("problem=enrolment-look-up-failed cause=\"{}\"", e.toString());
            throw unavailable();
        }
    }

    private Optional<Company> ask(String businessNumber) {
        try {
            return Optional.of(enrolment.company(businessNumber).about(businessNumber));
        } catch (FeignException.NotFound e) {
            if (e.contentUTF8().contains(NO_SUCH_THING)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static Refusal.Unavailable unavailable() {
        return new Refusal.Unavailable(
                "The company's sites cannot be looked up now: the enrolment service does not answer. Try again in a moment.");
    }
}
