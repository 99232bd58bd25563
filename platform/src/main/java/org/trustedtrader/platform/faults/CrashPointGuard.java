package org.trustedtrader.platform.faults;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** Refuses to start with a crash point outside the profile {@code demo}, in which the tests run too. */
final class CrashPointGuard implements EnvironmentPostProcessor, Ordered {

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var armed = !environment.getProperty(CrashPoints.SETTING, "").isEmpty();
        if (armed && !environment.acceptsProfiles(Profiles.of("demo"))) {
            throw new IllegalStateException(CrashPoints.SETTING
                    + " is set: it makes this service kill itself and is for tests only. Remove it, or start with"
                    + " SPRING_PROFILES_ACTIVE=demo.");
        }
    }
}
