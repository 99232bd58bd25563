package org.trustedtrader.enrolment.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.company.LineOfBusiness;
import org.trustedtrader.platform.aggregate.SortedSets;

/** The denials that an application was told of, oldest first; one at most is pending. */
public record Denials(List<Denial> all) {

    public static final Denials NONE = new Denials(List.of());

    public Denials {
        all = List.copyOf(all);
    }

    public Optional<Denial> latest() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    Optional<Denial> pending() {
        return latest().filter(Denial::pending);
    }

    Set<String> proposers() {
        return all.stream().map(Denial::proposedBy).collect(SortedSets.toSortedSet());
    }

    /** The lines of business that were denied while others went on. */
    public Set<LineOfBusiness> deniedLines() {
        return all.stream()
                .filter(Denial::decided)
                .flatMap(denial -> denial.lines().stream())
                .collect(SortedSets.toSortedSet());
    }

    Denials plus(Denial newest) {
        return new Denials(Stream.concat(all.stream(), Stream.of(newest)).toList());
    }

    /** Ends the pending one, if any: records of the version before hold none. */
    Denials ended(Denial.Outcome how, @Nullable Grounds decision, Instant at) {
        return ended(how, decision, at, null);
    }

    /** @param wait from when the company may apply for the denied lines again */
    Denials ended(Denial.Outcome how, @Nullable Grounds decision, Instant at, @Nullable Reapplication wait) {
        return new Denials(all.stream()
                .map(denial -> denial.pending() ? denial.ended(how, decision, at, wait) : denial)
                .toList());
    }
}
