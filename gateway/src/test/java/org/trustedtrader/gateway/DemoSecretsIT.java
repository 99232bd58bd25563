package org.trustedtrader.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class DemoSecretsIT {

    private static final String[] FREE_PORTS = {"--server.port=0", "--management.server.port=0"};

    @Test
    void doesNotStartWithADemoSecretOutsideTheDemo(CapturedOutput output) {
        assertThatThrownBy(() -> start("--TTP_SERVICE_SECRET=demo-only-portal")).isNotNull();

        assertThat(output.getAll())
                .contains("TTP_SERVICE_SECRET has one of the demo's secrets", "SPRING_PROFILES_ACTIVE=demo")
                .doesNotContain("demo-only-portal", "\tat org.");
    }

    @ParameterizedTest
    @CsvSource({
        "TTP_SERVICE_SECRET, ${absent:demo-only-portal}",
        "ttp.services.enrolment.url, http://gateway:demo-only-enrolment@127.0.0.1:1"
    })
    void norWithOneThatIsADefaultOrPartOfAnAddress(String setting, String value, CapturedOutput output) {
        assertThatThrownBy(() -> start("--" + setting + "=" + value)).isNotNull();

        assertThat(output.getAll())
                .contains(setting + " has one of the demo's secrets")
                .doesNotContain("demo-only-portal", "demo-only-enrolment");
    }

    @Test
    void doesNotStartWithoutASecret(CapturedOutput output) {
        assertThatThrownBy(() -> start()).isNotNull();

        assertThat(output.getAll()).contains("set TTP_SERVICE_SECRET");
    }

    @Test
    void startsInTheDemoWhileKeycloakIsAway() {
        try (ConfigurableApplicationContext gateway =
                start("--spring.profiles.active=demo", "--TTP_ISSUER=http://127.0.0.1:1/realms/trusted-trader")) {
            assertThat(gateway.isActive()).isTrue();
        }
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        String[] all =
                Stream.concat(Stream.of(FREE_PORTS), Stream.of(arguments)).toArray(String[]::new);
        return new SpringApplication(GatewayApplication.class).run(all);
    }
}
