package org.trustedtrader.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The state table of a noun in {@code docs/domain.md}: rows of one or more states and of what follows in them, with the commands in
 * backticks. "any of these" stands for the states of the rows above that something is possible in. What follows is said in clauses
 * that a semicolon ends: {@code `answer` → ANSWERED}. A clause that names no state after an arrow leaves the state.
 */
public final class DocumentedStates {

    private static final Path DOMAIN = Path.of("..", "docs", "domain.md");
    private static final String ANY = "any of these";
    private static final Pattern CAPITALS = Pattern.compile("[A-Z][A-Z_]+");

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
        return leads("`" + command + "`").keySet();
    }

    /** The states in whose row a clause has those words, each with the states that it leads to. */
    public Map<String, Set<String>> leads(String words) {
        var found = new TreeMap<String, Set<String>>();
        rows.forEach((state, cell) -> Stream.of(cell.split(";"))
                .filter(clause -> clause.contains(words))
                .forEach(clause -> found.computeIfAbsent(state, key -> new TreeSet<>())
                        .addAll(next(state, clause.substring(clause.indexOf(words))))));
        return found;
    }

    private Set<String> next(String state, String clause) {
        var arrow = clause.indexOf('→');
        var next = new TreeSet<String>();
        if (arrow >= 0) {
            CAPITALS.matcher(clause.substring(arrow))
                    .results()
                    .map(MatchResult::group)
                    .filter(rows::containsKey)
                    .forEach(next::add);
        }
        return next.isEmpty() ? Set.of(state) : next;
    }

    /** All commands that stand in some row. */
    public Set<String> commands() {
        var found = new TreeSet<String>();
        rows.values()
                .forEach(cell -> Pattern.compile("`([^`]+)`")
                        .matcher(cell)
                        .results()
                        .map(match -> match.group(1))
                        .forEach(found::add));
        return found;
    }
}
