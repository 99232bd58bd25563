package org.trustedtrader.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicasTest {
    @TempDir
    private Path root;

    @Test
    void oneRunsUnlessMoreAreWanted() {
        assertThat(plan().only("benefits").platform().names()).containsExactly("benefits");
    }

    @Test
    void eachHasANameAndAPortOfItsOwnAndIsOneModule() {
        LocalPlatform platform = plan().only("benefits", "gateway")
                .borderReplicas(3)
                .onFreePorts()
                .platform();

        assertThat(platform.names()).containsExactly("benefits", "benefits-2", "benefits-3", "gateway");
        assertThat(platform.modules()).containsExactly("benefits-service", "gateway");
        assertThat(List.of(platform.url("benefits"), platform.url("benefits-2"), platform.url("benefits-3")))
                .doesNotHaveDuplicates();
        assertThat(platform.log("benefits-2")).isNotEqualTo(platform.log("benefits"));
    }

    @Test
    void eachIsToldItsNameAndSignsInAsTheService() {
        ServiceEnvironment environment =
                new ServiceEnvironment(LocalSettings.of(root, root, Map.of()), "mongodb://db", "amqp://broker");

        assertThat(environment.of("benefits-2"))
                .containsEntry("TTP_REPLICA", "benefits-2")
                .containsEntry("TTP_SERVICE_SECRET", environment.of("benefits").get("TTP_SERVICE_SECRET"))
                .doesNotContainEntry(
                        "TTP_HISTORY_EXPORT_FILE", environment.of("benefits").get("TTP_HISTORY_EXPORT_FILE"));
    }

    @Test
    void theNumberIsRememberedForTheNextCommand() throws Exception {
        LocalSettings.of(root, root.resolve("state"), Map.of(Replicas.SETTING, "2"))
                .remember();

        assertThat(plan().only("benefits").platform().names()).containsExactly("benefits", "benefits-2");
    }

    @Test
    void refusesANumberThatThisMachineDoesNotRun() {
        assertThatThrownBy(() -> plan().borderReplicas(4).platform())
                .isInstanceOf(LauncherException.class)
                .hasMessageContainingAll("TTP_BENEFITS_REPLICAS", "'4'", "1 to 3");
    }

    private PlatformPlan plan() {
        return PlatformPlan.in(root, root.resolve("state"));
    }
}
