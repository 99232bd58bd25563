package org.trustedtrader.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class DemoSecretGuardTest {

    @ParameterizedTest
    @CsvSource({
        "ttp.security.client-secret, demo-only-enrolment-service",
        "ttp.rabbitmq.url, amqp://user:demo-only-broker@host/vhost",
        "ttp.mongodb.uri, mongodb://user:demo-only-mongo@host/",
        "ttp.history.key, ${absent:demo-only-key}"
    })
    void refusesADemonstrationsSecretAndNamesTheSetting(String setting, String value) {
        assertThatExceptionOfType(DemoSecretException.class)
                .isThrownBy(() -> check(setting, value))
                .satisfies(refused -> {
                    var analysis = new DemoSecretFailureAnalyzer().analyze(refused);
                    assertThat(analysis.getDescription()).contains(setting).doesNotContain(value);
                    assertThat(analysis.getAction()).contains(setting).contains("SPRING_PROFILES_ACTIVE=demo");
                });
    }

    @ParameterizedTest
    @CsvSource({"ttp.security.client-secret, 9fJ2-own", "ttp.note, not-demo-only-really", "ttp.empty, ''"})
    void letsOtherValuesPass(String setting, String value) {
        assertThatCode(() -> check(setting, value)).doesNotThrowAnyException();
    }

    @Test
    void letsADemonstrationHaveItsSecrets() {
        assertThatCode(() -> check("ttp.security.client-secret", "demo-only-x", "demo"))
                .doesNotThrowAnyException();
    }

    @Test
    void aDefaultThatIsReplacedDoesNoHarm() {
        assertThatCode(() -> check("ttp.secret", "${java.version:demo-only-x}")).doesNotThrowAnyException();
    }

    private static void check(String setting, String value, String... profiles) {
        var environment = new StandardEnvironment();
        environment.setActiveProfiles(profiles);
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of(setting, value)));
        new DemoSecretGuard().postProcessEnvironment(environment, new SpringApplication());
    }
}
