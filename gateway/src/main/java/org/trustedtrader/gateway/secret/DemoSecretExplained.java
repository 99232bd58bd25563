package org.trustedtrader.gateway.secret;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on the console what to do, instead of a stack trace. */
final class DemoSecretExplained extends AbstractFailureAnalyzer<DemoSecretRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, DemoSecretRefused cause) {
        return new FailureAnalysis(
                cause.getMessage() + ". Everybody can read those, so the gateway does not start with them.",
                "Set " + cause.setting()
                        + " to a secret of your own; or, for the demo only, SPRING_PROFILES_ACTIVE=demo.",
                cause);
    }
}
