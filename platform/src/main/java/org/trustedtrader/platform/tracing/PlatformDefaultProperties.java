package org.trustedtrader.platform.tracing;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.ResourcePropertySource;

/** Adds the settings that all services share, beneath everything that a service or its environment says. */
final class PlatformDefaultProperties implements EnvironmentPostProcessor {

    private static final String FILE = "platform-defaults.properties";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment.getPropertySources().addLast(new ResourcePropertySource(FILE, "classpath:" + FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
