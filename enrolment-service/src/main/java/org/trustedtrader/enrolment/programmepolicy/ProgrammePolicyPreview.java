package org.trustedtrader.enrolment.programmepolicy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a version would change.
 *
 * @param comparedWith the version that would be in force at its time otherwise
 * @param values       every value that differs
 * @param effects      on what exists now
 */
public record ProgrammePolicyPreview(
        String version, String comparedWith, Instant effectiveFrom, List<ValueChange> values, List<Effect> effects) {

    /**
     * One value that differs.
     *
     * @param path   JSON path, such as {@code membership.appealDays.value}
     * @param before null for one that is new
     * @param after  null for one that is gone
     */
    public record ValueChange(
            String path, @Nullable String before, @Nullable String after) {

        static List<ValueChange> between(Map<String, String> before, Map<String, String> after) {
            var paths = new TreeSet<>(before.keySet());
            paths.addAll(after.keySet());
            return paths.stream()
                    .filter(path -> !Objects.equals(before.get(path), after.get(path)))
                    .map(path -> new ValueChange(path, before.get(path), after.get(path)))
                    .toList();
        }
    }

    /** What a version would do to one kind of date. */
    public enum About {
        /** The next reminder of obligations whose row applies to open ones too. */
        OBLIGATION_REMINDERS,
        /** Obligations of a kind whose row differs, and which keep the row they were opened under. */
        OBLIGATIONS_KEPT,
        /** The day on which the revalidation of a membership opens. */
        REVALIDATION_OPENS,
        /** The day on which the next annual review of a membership opens. */
        ANNUAL_REVIEW_OPENS,
        /** Open compliance cases, which run on by the policy of the day on which they were opened. */
        CASES_KEPT
    }

    /** @param examples at most {@value Tally#MOST_EXAMPLES} */
    public record Effect(About about, long count, List<Example> examples) {}

    /**
     * One of the records concerned.
     *
     * @param id     of the obligation, membership or case
     * @param before the date by the version compared with; null if there is none
     * @param after  the date by this version; null if there is none
     */
    public record Example(
            String id, @Nullable LocalDate before, @Nullable LocalDate after) {}

    /** Counts what differs and keeps the first examples. */
    static final class Tally {

        static final int MOST_EXAMPLES = 5;

        private final About about;
        private final List<Example> examples = new ArrayList<>();
        private long count;

        Tally(About about) {
            this.about = about;
        }

        void add(String id, @Nullable LocalDate before, @Nullable LocalDate after) {
            count++;
            if (examples.size() < MOST_EXAMPLES) {
                examples.add(new Example(id, before, after));
            }
        }

        void addIfOther(String id, @Nullable LocalDate before, @Nullable LocalDate after) {
            if (!Objects.equals(before, after)) {
                add(id, before, after);
            }
        }

        Effect effect() {
            return new Effect(about, count, List.copyOf(examples));
        }

        static List<Effect> effects(Tally... tallies) {
            return Stream.of(tallies).map(Tally::effect).toList();
        }
    }
}
