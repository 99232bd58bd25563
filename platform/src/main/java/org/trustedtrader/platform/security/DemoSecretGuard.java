package org.trustedtrader.platform.security;

import java.util.List;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.PropertySource;
import org.trustedtrader.platform.secret.DemoSecrets;

/** Refuses to start with a demonstration's secret outside the profile {@code demo}; see {@link DemoSecrets}. */
final class DemoSecretGuard implements EnvironmentPostProcessor, Ordered {

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.acceptsProfiles(Profiles.of("demo"))) {
            return;
        }
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> settings) {
                refuseIn(settings, environment);
            }
        }
    }

    private static void refuseIn(EnumerablePropertySource<?> settings, ConfigurableEnvironment environment) {
        DemoSecrets.find(List.of(settings.getPropertyNames()), settings::getProperty, environment::getProperty)
                .ifPresent(name -> {
                    throw new DemoSecretException(name);
                });
    }
}
