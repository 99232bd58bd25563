package org.trustedtrader.platform.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which setting to change, instead of a stack trace. */
final class DemoSecretFailureAnalyzer extends AbstractFailureAnalyzer<DemoSecretException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DemoSecretException refused) {
        return new FailureAnalysis(
                refused.getMessage(),
                "Set " + refused.setting()
                        + " to a secret of your own. Only for a demonstration, where everybody may know"
                        + " the secrets, start with SPRING_PROFILES_ACTIVE=demo.",
                refused);
    }
}
