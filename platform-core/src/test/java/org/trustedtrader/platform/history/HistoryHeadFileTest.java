package org.trustedtrader.platform.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryHeadFileTest {

    private static final List<HistoryHead> FIRST =
            List.of(new HistoryHead("notes", "a", 1, "h1"), new HistoryHead("notes", "b", 7, "h7"));
    private static final List<HistoryHead> SECOND = List.of(new HistoryHead("notes", "a", 2, "h2"));

    @TempDir
    private Path folder;

    private KeyPair keys;
    private String one;
    private String two;

    @BeforeEach
    void writesTwoLines() throws GeneralSecurityException {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        one = HistoryHeadFile.line("", FIRST, keys.getPrivate());
        two = HistoryHeadFile.line(one, SECOND, keys.getPrivate());
    }

    @Test
    void readsBackWhatWasSigned() throws Exception {
        assertThat(HistoryHeadFile.read(file(one, two), keys.getPublic()))
                .containsExactly(FIRST.get(0), FIRST.get(1), SECOND.get(0));
    }

    @Test
    void refusesAFileWithALineTakenOut() {
        assertThatThrownBy(() -> HistoryHeadFile.read(file(two), keys.getPublic()))
                .hasMessage("line 1 does not follow the line before it");
    }

    @Test
    void refusesAnAlteredLine() {
        var altered =
                (one.charAt(60) == 'A' ? one.substring(0, 60) + 'B' : one.substring(0, 60) + 'A') + one.substring(61);
        assertThatThrownBy(() -> HistoryHeadFile.read(file(altered, two), keys.getPublic()))
                .hasMessage("line 1 has a wrong signature");
    }

    @Test
    void refusesALineSignedByAnotherKey() throws GeneralSecurityException {
        var foreign = HistoryHeadFile.line(
                one,
                SECOND,
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate());
        assertThatThrownBy(() -> HistoryHeadFile.read(file(one, foreign), keys.getPublic()))
                .hasMessage("line 2 has a wrong signature");
    }

    @Test
    void refusesALineCutShort() {
        assertThatThrownBy(() -> HistoryHeadFile.read(file(one, two.substring(0, two.indexOf('.'))), keys.getPublic()))
                .hasMessage("line 2 is damaged");
    }

    private Path file(String... lines) throws java.io.IOException {
        return Files.writeString(folder.resolve("notes.heads"), String.join("\n", lines) + "\n");
    }
}
