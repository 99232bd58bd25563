package org.trustedtrader.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The state table of a noun in {@code docs/domain.md}: rows of one or more states and of what follows in them, with the commands in
 * backticks. "any of these" stands for the states of the rows above that something is possible in.
 */
public final class DocumentedStates {

    private static final Path DOMAIN = Path.of("..", "docs", "domain.md");
    private static final String ANY = "any of these";

    private final Map<String, String> rows = new LinkedHashMap<>();

    private DocumentedStates(List<String> lines) {
        for (var line : lines) {
            var cells = line.split("\\|");
            if (cells[1].strip().equals(ANY)) {
                rows.replaceAll((state, cell) -> cell + ";" + cells[2]);
            } else {
                Stream.of(cells[1].split(",")).map(String::strip).forEach(state -> rows.put(state, cells[2]));
            }
        }
    }

    /** @param heading of the section, such as {@code A change report} */
    public static DocumentedStates of(String heading) {
        try {
            var lines = Files.readAllLines(DOMAIN);
            return new DocumentedStates(lines.stream()
                    .dropWhile(line -> !line.equals("## " + heading))
                    .dropWhile(line -> !line.startsWith("| State | Commands"))
                    .skip(2)
                    .takeWhile(line -> line.startsWith("|"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All states that have a row. */
    public Set<String> states() {
        return new TreeSet<>(rows.keySet());
    }

    /** The states in whose row that command stands. */
    public Set<String> possible(String command) {
        var found = new TreeSet<String>();
        rows.forEach((state, cell) -> {
            if (cell.contains("`" + command + "`")) {
                found.add(state);
            }
        });
        return found;
    }
}
