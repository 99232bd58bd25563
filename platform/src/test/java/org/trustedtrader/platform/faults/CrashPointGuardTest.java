package org.trustedtrader.platform.faults;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class CrashPointGuardTest {

    @Test
    void refusesACrashPointOutsideADemonstration() {
        assertThatThrownBy(() -> check("before-commit:1")).hasMessageContaining("TTP_CRASH_AT");
        assertThatThrownBy(() -> check("before-commit:1", "production")).hasMessageContaining("TTP_CRASH_AT");
    }

    @Test
    void letsTestsHaveThemAndOthersStartWithout() {
        assertThatCode(() -> check("before-commit:1", "demo")).doesNotThrowAnyException();
        assertThatCode(() -> check("")).doesNotThrowAnyException();
    }

    private static void check(String setting, String... profiles) {
        var environment = new StandardEnvironment();
        environment.setActiveProfiles(profiles);
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of("TTP_CRASH_AT", setting)));
        new CrashPointGuard().postProcessEnvironment(environment, new SpringApplication());
    }
}
