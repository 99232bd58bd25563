package org.trustedtrader.acceptance.faults.border;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What was answered, by phase and by outcome. */
final class AnswerCounts {

    static final String UNANSWERED = "unanswered";
    static final String AWAY = "replica away";
    /** Not an outcome: how often the only right answer was not yes, by what was committed. */
    static final String TRAPS = "traps";

    private static final int MOST_KEPT = 20;

    private final Map<String, Map<String, LongAdder>> phases = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
    private volatile String phase = "before";

    void begin(String name) {
        phase = name;
    }

    void count(String what) {
        of(phase).computeIfAbsent(what, key -> new LongAdder()).increment();
    }

    void wrong(String what) {
        wrong.add("while " + phase + ": " + what);
    }

    void unanswered(String why) {
        count(UNANSWERED);
        if (unanswered.size() < MOST_KEPT) {
            unanswered.add("while " + phase + ": " + why);
        }
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    List<String> unanswered() {
        return List.copyOf(unanswered);
    }

    long answers(String name) {
        return sum(List.of(of(name)), "yes", "no", "unsure");
    }

    long answers() {
        return sum(phases.values(), "yes", "no", "unsure");
    }

    long all(String what) {
        return sum(phases.values(), what);
    }

    long in(String name, String what) {
        return sum(List.of(of(name)), what);
    }

    /** One line of what was answered in a phase. */
    String report(String name) {
        return "%-44s %s".formatted(name, new TreeMap<>(of(name)));
    }

    private Map<String, LongAdder> of(String name) {
        return phases.computeIfAbsent(name, key -> new ConcurrentHashMap<>());
    }

    private static long sum(Collection<Map<String, LongAdder>> some, String... whats) {
        return some.stream()
                .mapToLong(each -> List.of(whats).stream()
                        .mapToLong(
                                what -> each.getOrDefault(what, new LongAdder()).sum())
                        .sum())
                .sum();
    }
}
