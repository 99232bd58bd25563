package org.trustedtrader.platform.security;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;

/** Lets the token filter answer by itself also when keys cannot be fetched, which it would otherwise turn into a 500. */
final class AuthenticationErrorFilter implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {

    private final SecurityProblemHandler problems;

    AuthenticationErrorFilter(SecurityProblemHandler problems) {
        this.problems = problems;
    }

    @Override
    public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
        filter.setAuthenticationFailureHandler(problems);
        return filter;
    }
}
