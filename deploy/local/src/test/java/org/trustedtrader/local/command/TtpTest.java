package org.trustedtrader.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.local.LauncherException;

class TtpTest {
    private static final Path CHAPTERS =
            Path.of("acceptance/src/main/resources/org/trustedtrader/acceptance/journey/chapters.txt");

    @TempDir
    private Path root;

    @BeforeEach
    void aCheckoutWithTheStory() throws IOException {
        Files.createDirectories(root.resolve(CHAPTERS).getParent());
        Files.copy(Path.of("../..").resolve(CHAPTERS), root.resolve(CHAPTERS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"up", "down", "demo", "test", "bench", "status", "logs", "reset", "verify-history", "parked"})
    void everyCommandAnswersHelpWithItsSettings(String command) throws Exception {
        PrintStream output = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed));
        try {
            assertThat(run(command, "--help")).isZero();
        } finally {
            System.setOut(output);
        }
        assertThat(printed.toString()).contains("./ttp " + command, "TTP_PORT_GATEWAY=8080");
        assertThat(printed.toString().contains("9  A corrective action is overdue"))
                .isEqualTo(command.equals("demo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "status", "reset", "verify-history"})
    void anUnknownOptionIsRefused(String command) {
        assertThatThrownBy(() -> run(command, "--forec"))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("--forec");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "-1", "01", "two", ""})
    void aChapterThatThereIsNotIsRefusedWithTheListBeforeAnythingIsStarted(String chapter) {
        assertThatThrownBy(() -> run("demo", "--chapter", chapter))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("There is no chapter '" + chapter + "'")
                .hasMessageContaining("  10  Annual review with expired evidence that ends well");
        assertThat(root.resolve(".ttp")).doesNotExist();
    }

    @Test
    void aResetWithoutATerminalFailsAndDeletesNothing() throws Exception {
        Path data = Files.createDirectories(root.resolve(".ttp/data"));
        assertThatThrownBy(() -> run("reset"))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("--yes");
        assertThat(data).exists();
    }

    @Test
    void aConfirmedResetDeletesTheData() throws Exception {
        Files.createDirectories(root.resolve(".ttp/data"));
        assertThat(run("reset", "--yes")).isZero();
        assertThat(root.resolve(".ttp")).doesNotExist();
    }

    @Test
    void whereNothingWasStartedThereIsNoHistoryToVerify() {
        assertThatThrownBy(() -> run("verify-history"))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("There is no history here");
        assertThat(root.resolve(".ttp")).doesNotExist();
    }

    private int run(String... arguments) throws Exception {
        return Ttp.run(root, new ArrayList<>(List.of(arguments)));
    }
}
