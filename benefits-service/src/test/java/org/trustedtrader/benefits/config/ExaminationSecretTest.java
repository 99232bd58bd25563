package org.trustedtrader.benefits.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

/** With the service's own settings file, without that of the tests. */
@ExtendWith(OutputCaptureExtension.class)
class ExaminationSecretTest {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ExaminationProperties.class)
    static class OnlyTheSecrets {}

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void theServiceDoesNotStartWithoutASecretAndSaysWhichSettingIsMissing(String secret, CapturedOutput output) {
        assertThatThrownBy(() -> start(OnlyTheSecrets.class, "--TTP_EXAMINATION_SECRET=" + secret))
                .isNotNull();
        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START")
                .contains("ttp.benefits.examination.secret")
                .contains("is missing: set TTP_EXAMINATION_SECRET");
    }

    @Test
    void theServiceDoesNotStartWithADemonstrationsSecret(CapturedOutput output) {
        assertThatThrownBy(() -> start(OnlyTheSecrets.class, "--TTP_EXAMINATION_SECRET=demo-only-examination"))
                .isNotNull();
        assertThat(output.getAll())
                .contains("APPLICATION FAILED TO START")
                .contains("has a demonstration's secret")
                .doesNotContain("demo-only-examination");
    }

    @Test
    void theServiceDoesNotStartWithAnEarlierSecretOfADemonstration(CapturedOutput output) {
        assertThatThrownBy(() -> start(
                        OnlyTheSecrets.class,
                        "--TTP_EXAMINATION_SECRET=a-secret-of-the-tests",
                        "--TTP_EXAMINATION_EARLIER=1:one-of-the-tests-too,2:demo-only-examination"))
                .isNotNull();
        assertThat(output.getAll())
                .contains("has a demonstration's secret")
                .doesNotContain("demo-only-examination", "one-of-the-tests-too");
    }

    @Test
    void aDemonstrationHasItsOwnAndNoSecretIsShown(CapturedOutput output) {
        start(
                OnlyTheSecrets.class,
                "--spring.profiles.active=demo",
                "--TTP_EXAMINATION_SECRET=demo-only-examination-secret");
        start(OnlyTheSecrets.class, "--TTP_EXAMINATION_SECRET=a-secret-of-the-tests");
        assertThat(output.getAll()).doesNotContain("demo-only-examination", "a-secret-of-the-tests");
    }

    private static void start(Class<?> parts, String... settings) {
        var application = new SpringApplication(parts);
        application.setWebApplicationType(WebApplicationType.NONE);
        var all = new String[settings.length + 1];
        all[0] = "--spring.config.location=classpath:/application.properties";
        System.arraycopy(settings, 0, all, 1, settings.length);
        application.run(all).close();
    }
}
