package org.trustedtrader.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The command table of a noun in {@code docs/domain.md}: rows of one or more commands, the states in which they are possible and
 * the state that they lead to. What stands in parentheses is for the reader. States are listed, or said as {@code any},
 * {@code any but A, B} or {@code A to B}; a row that leads to no state, such as "stays", leaves it; {@code ; A → B} after that is an
 * exception. Rows of the same command add up.
 *
 * @param <S> the states, in the order in which the table counts them
 */
public final class DocumentedCommands<S extends Enum<S>> {

    private static final Path DOMAIN = Path.of("..", "docs", "domain.md");
    private static final Pattern CAPITALS = Pattern.compile("[A-Z][A-Z_]+");

    private final Class<S> states;
    private final Map<String, Map<S, S>> rows = new TreeMap<>();

    private DocumentedCommands(Class<S> states, List<String> lines) {
        this.states = states;
        lines.stream()
                .map(line -> line.replaceAll("\\([^)]*\\)", "").split("\\|"))
                .forEach(cells -> Stream.of(cells[1].split(","))
                        .map(String::strip)
                        .forEach(command -> rows.computeIfAbsent(command, key -> new EnumMap<>(states))
                                .putAll(leads(cells[cells.length - 2], cells[cells.length - 1]))));
    }

    /**
     * @param heading of the section, such as {@code A visit}
     * @param first   the head of the table's first column, such as {@code Command}
     */
    public static <S extends Enum<S>> DocumentedCommands<S> of(Class<S> states, String heading, String first) {
        try {
            var lines = Files.readAllLines(DOMAIN);
            return new DocumentedCommands<>(
                    states,
                    lines.stream()
                            .dropWhile(line -> !line.matches("#+ " + Pattern.quote(heading)))
                            .dropWhile(line -> !line.startsWith("| " + first + " |"))
                            .skip(2)
                            .takeWhile(line -> line.startsWith("|"))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All commands that have a row. */
    public Set<String> commands() {
        return new TreeSet<>(rows.keySet());
    }

    /** The states in which that command is possible, each with the state that it leads to; none for a command without a row. */
    public Map<S, S> leads(String command) {
        return rows.getOrDefault(command, Map.of());
    }

    private Map<S, S> leads(String from, String to) {
        var leads = new EnumMap<S, S>(states);
        for (var state : possible(from)) {
            leads.put(state, named(to.split(";")[0]).stream().findFirst().orElse(state));
        }
        Stream.of(to.split(";"))
                .filter(clause -> clause.contains("→"))
                .map(this::named)
                .forEach(exception -> leads.put(exception.getFirst(), exception.getLast()));
        return leads;
    }

    private Set<S> possible(String from) {
        var named = named(from);
        if (from.strip().startsWith("any")) {
            var all = EnumSet.allOf(states);
            named.forEach(all::remove);
            return all;
        }
        return from.contains(" to ") ? EnumSet.range(named.getFirst(), named.getLast()) : EnumSet.copyOf(named);
    }

    private List<S> named(String cell) {
        return CAPITALS.matcher(cell)
                .results()
                .map(MatchResult::group)
                .map(name -> Enum.valueOf(states, name))
                .toList();
    }
}
