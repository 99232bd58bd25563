package org.trustedtrader.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.trustedtrader.platform.test.EndpointLog;

/** Runs last: every endpoint has done what it is for in one of the tests before, over HTTP. */
@EnrolmentServiceIT
@Order(Integer.MAX_VALUE)
class EveryEndpointIT {

    private final RequestMappingHandlerMapping endpoints;

    EveryEndpointIT(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints) {
        this.endpoints = endpoints;
    }

    @Test
    void everyEndpointDidWhatItIsFor() throws IOException {
        var missing = EndpointLog.withoutSuccess(endpoints);
        assumeThat(EndpointLog.isComplete(EveryEndpointIT.class))
                .as("all other tests ran; without a success so far: " + missing)
                .isTrue();
        assertThat(missing).as("endpoints without a success over HTTP").isEmpty();
    }
}
