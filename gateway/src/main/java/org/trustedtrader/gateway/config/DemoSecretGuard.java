package org.trustedtrader.gateway.config;

import java.util.List;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.PropertySource;
import org.trustedtrader.platform.secret.DemoSecrets;

/** Refuses to start with a demonstration's secret outside the profile {@code demo}; see {@link DemoSecrets}. */
final class DemoSecretGuard implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            return;
        }
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> settings) {
                check(settings, environment);
            }
        }
    }

    private static void check(EnumerablePropertySource<?> source, ConfigurableEnvironment environment) {
        DemoSecrets.find(List.of(source.getPropertyNames()), source::getProperty, environment::getProperty)
                .ifPresent(setting -> {
                    throw new DemoSecretException(setting);
                });
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
            return new FailureAnalysis(cause.getMessage(), DemoSecrets.remedy(cause.setting), cause);
        }
    }
}
