package org.trustedtrader.gateway.secret;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Profiles;

/** The demo's secrets are in a public repository, so outside the profile {@code demo} nothing starts with one of them. */
final class NoDemoSecrets implements EnvironmentPostProcessor, Ordered {

    private static final String MARK = "demo-only-";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            return;
        }
        environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .map(EnumerablePropertySource.class::cast)
                .forEach(NoDemoSecrets::check);
    }

    private static void check(EnumerablePropertySource<?> source) {
        for (String name : source.getPropertyNames()) {
            Object value = source.getProperty(name);
            if (value != null && value.toString().startsWith(MARK)) {
                throw new DemoSecretRefused(name);
            }
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
