package org.trustedtrader.gateway.config;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Profiles;

/** The demo's secrets are in a public repository, so outside the profile {@code demo} nothing starts with one of them. */
final class DemoSecretGuard implements EnvironmentPostProcessor, Ordered {

    private static final String MARK = "demo-only-";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            return;
        }
        environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .map(EnumerablePropertySource.class::cast)
                .forEach(DemoSecretGuard::check);
    }

    private static void check(EnumerablePropertySource<?> source) {
        for (String name : source.getPropertyNames()) {
            Object value = source.getProperty(name);
            if (value != null && value.toString().startsWith(MARK)) {
                throw new DemoSecretException(name);
            }
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    /** The value itself is not repeated. */
    static final class DemoSecretException extends RuntimeException {

        private final String setting;

        DemoSecretException(String setting) {
            super("The setting " + setting + " has one of the demo's secrets (demo-only-…)");
            this.setting = setting;
        }
    }

    /** Says on the console what to do, instead of a stack trace. */
    static final class FailureAnalyzer extends AbstractFailureAnalyzer<DemoSecretException> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, DemoSecretException cause) {
            return new FailureAnalysis(
                    cause.getMessage() + ". Everybody can read those, so the gateway does not start with them.",
                    "Set " + cause.setting
                            + " to a secret of your own; or, for the demo only, SPRING_PROFILES_ACTIVE=demo.",
                    cause);
        }
    }
}
