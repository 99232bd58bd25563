package org.trustedtrader.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSettingsTest {
    @TempDir
    private Path root;

    @Test
    void whatIsToldGoesBeforeTheFileAndTheFileBeforeTheDefault() throws Exception {
        Files.writeString(root.resolve("ttp.properties"), "TTP_PORT_GATEWAY=9001\nTTP_PORT_BENEFITS=9002\n");
        LocalSettings settings = settings(Map.of("TTP_PORT_BENEFITS", "9102"));

        assertThat(settings.port(LocalPort.GATEWAY)).isEqualTo(9001);
        assertThat(settings.port(LocalPort.BENEFITS)).isEqualTo(9102);
        assertThat(settings.port(LocalPort.MONGODB)).isEqualTo(LocalPort.MONGODB.usual());
    }

    @Test
    void remembersThePortsOfTheLastStart() throws Exception {
        settings(Map.of("TTP_PORT_KEYCLOAK", "9103")).remember();

        assertThat(settings(Map.of()).issuer()).isEqualTo("http://127.0.0.1:9103/realms/trusted-trader");
    }

    @Test
    void namesTheSettingThatIsNoPort() {
        assertThatThrownBy(() -> settings(Map.of("TTP_PORT_GATEWAY", "eighty")).port(LocalPort.GATEWAY))
                .isInstanceOf(LauncherException.class)
                .hasMessageContainingAll("TTP_PORT_GATEWAY", "eighty");
    }

    @Test
    void leavesPortsOutOfTheChoicesThatTestsInherit() {
        assertThat(settings(Map.of("TTP_PORT_GATEWAY", "9001", "TTP_BROKER", "embedded"))
                        .choices())
                .containsEntry("TTP_BROKER", "embedded")
                .doesNotContainKey("TTP_PORT_GATEWAY");
    }

    @Test
    void whatTheLastStartUsedIsNoChoiceThatTestsInherit() throws Exception {
        settings(Map.of(Replicas.SETTING, "2")).remember();

        assertThat(settings(Map.of()).find(Replicas.SETTING)).contains("2");
        assertThat(settings(Map.of()).choices()).doesNotContainKey(Replicas.SETTING);
    }

    private LocalSettings settings(Map<String, String> told) {
        return LocalSettings.of(root, root.resolve("state"), told);
    }
}
