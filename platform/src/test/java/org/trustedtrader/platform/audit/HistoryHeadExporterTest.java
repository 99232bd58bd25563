package org.trustedtrader.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.trustedtrader.platform.history.HistoryHead;
import org.trustedtrader.platform.history.HistoryHeadFile;

class HistoryHeadExporterTest {

    private static final HistoryHead FIRST = new HistoryHead("notes", "a", 1, "11");
    private static final HistoryHead SECOND = new HistoryHead("notes", "a", 2, "22");
    private static final HistoryHead OTHER = new HistoryHead("notes", "b", 1, "33");

    private final Logger log = (Logger) LoggerFactory.getLogger(HistoryHeadExporter.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final List<HistoryHead> heads = new ArrayList<>(List.of(FIRST));
    private final KeyPair keys;
    private final Path file;

    HistoryHeadExporterTest(@TempDir Path folder) throws Exception {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        file = folder.resolve("heads");
    }

    @BeforeEach
    void readTheLog() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void leaveTheLog() {
        log.detachAppender(lines);
    }

    @Test
    void goesOnAfterALineThatWasWrittenInPart() throws Exception {
        var exporter = exporter();
        exporter.guardedExport();
        var written = Files.readString(file);
        Files.delete(file);
        Files.createDirectory(file);
        heads.add(OTHER);
        exporter.guardedExport();
        assertThat(lines.list).hasSize(1);
        Files.delete(file);
        Files.writeString(file, written + "half a li");
        exporter.guardedExport();
        assertThat(exported()).containsExactly(FIRST, OTHER);
    }

    @Test
    void writesOnlyWhatIsNotInTheFileAtAStart() throws Exception {
        exporter().guardedExport();
        heads.set(0, SECOND);
        exporter().guardedExport();
        heads.add(OTHER);
        exporter().guardedExport();
        exporter().guardedExport();
        assertThat(exported()).containsExactly(FIRST, SECOND, OTHER);
        heads.set(0, FIRST);
        exporter().guardedExport();
        assertThat(exported())
                .as("a record that was set back is evidence too")
                .containsExactly(FIRST, SECOND, OTHER, FIRST);
    }

    @Test
    void anErrorIsAnAlarmAndDoesNotEndTheExport() throws Exception {
        var errors = new ArrayList<>(List.of(new StackOverflowError()));
        var exporter = new HistoryHeadExporter(file, keys.getPrivate(), Duration.ofHours(1), since -> {
            if (!errors.isEmpty()) {
                throw errors.removeFirst();
            }
            return heads;
        });
        exporter.guardedExport();
        assertThat(lines.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .startsWith("alarm=history-heads-not-exported");
        exporter.guardedExport();
        assertThat(exported()).containsExactly(FIRST);
    }

    private HistoryHeadExporter exporter() {
        return new HistoryHeadExporter(file, keys.getPrivate(), Duration.ofHours(1), this::since);
    }

    private List<HistoryHead> since(Instant since) {
        return List.copyOf(heads);
    }

    private List<HistoryHead> exported() throws Exception {
        return HistoryHeadFile.read(file, keys.getPublic());
    }
}
