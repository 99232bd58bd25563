package org.trustedtrader.platform.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.trustedtrader.platform.secret.DemoSecrets;

/** Says which setting to change, instead of a stack trace. */
final class DemoSecretFailureAnalyzer extends AbstractFailureAnalyzer<DemoSecretException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DemoSecretException refused) {
        return new FailureAnalysis(refused.getMessage(), DemoSecrets.remedy(refused.setting()), refused);
    }
}
