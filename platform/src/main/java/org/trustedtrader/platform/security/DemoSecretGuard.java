package org.trustedtrader.platform.security;

import java.util.regex.Pattern;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.PropertySource;

/**
 * Refuses to start with a demonstration's secret outside the profile {@code demo}: those secrets are public. They all start
 * with {@code demo-only-}, alone or as the password in an address.
 */
final class DemoSecretGuard implements EnvironmentPostProcessor, Ordered {

    private static final String MARK = "demo-only-";
    private static final Pattern SECRET = Pattern.compile("(^|:)" + MARK);

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
        for (String name : settings.getPropertyNames()) {
            Object raw = settings.getProperty(name);
            if (raw != null && raw.toString().contains(MARK) && !name.startsWith("sun.java.")) {
                String value = environment.getProperty(name, "");
                if (SECRET.matcher(value).find()) {
                    throw new DemoSecretException(name);
                }
            }
        }
    }
}
