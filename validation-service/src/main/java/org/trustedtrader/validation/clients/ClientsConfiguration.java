package org.trustedtrader.validation.clients;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trustedtrader.validation.visit.Companies;

/** Look-ups end within seconds (timeouts in application.properties) and stop for a while after repeated failure. */
@Configuration(proxyBeanMethods = false)
class ClientsConfiguration {

    @Bean
    Companies companies(EnrolmentCompanies enrolment) {
        return new EnrolledCompanies(enrolment, breaker());
    }

    static CircuitBreaker breaker() {
        return CircuitBreaker.of(
                "enrolment-companies",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(Duration.ofSeconds(5))
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .build());
    }
}
