package org.trustedtrader.platform.test.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class DemoSecretsIT {

    @Test
    void aServiceDoesNotStartWithADemonstrationsSecretAndSaysWhatToDo(CapturedOutput output) {
        assertThatThrownBy(() -> new SpringApplication(ProbeApplication.class)
                .run(
                        "--spring.application.name=probe",
                        "--server.port=0",
                        "--ttp.security.client-secret=demo-only-probe-service"));
        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START")
                .contains("The setting ttp.security.client-secret has a demonstration's secret")
                .contains("SPRING_PROFILES_ACTIVE=demo")
                .doesNotContain("demo-only-probe-service", "\tat ");
    }
}
