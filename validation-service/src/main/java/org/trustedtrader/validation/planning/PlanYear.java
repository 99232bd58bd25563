package org.trustedtrader.validation.planning;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.trustedtrader.validation.planning.AnnualPlan.Line;
import org.trustedtrader.validation.planning.AnnualPlan.Performance;
import org.trustedtrader.validation.visit.Outcome;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitFile;
import org.trustedtrader.validation.visit.VisitState;
import org.trustedtrader.validation.visit.VisitType;
import org.trustedtrader.validation.visit.Visits;

/** Derives the plan of a year (UTC) from the visits; nothing of it is stored. */
public final class PlanYear {

    private final Visits visits;
    private final KnownMemberships memberships;
    private final PlanningTerms terms;

    public PlanYear(Visits visits, KnownMemberships memberships, PlanningTerms terms) {
        this.visits = visits;
        this.memberships = memberships;
        this.terms = terms;
    }

    public AnnualPlan of(int year) {
        var files = visits.ofYear(year).stream().map(Visit::file).toList();
        var lines = Arrays.stream(VisitType.values())
                .map(type -> line(type, year, files))
                .toList();
        long toRevalidate = memberships.dueIn(year);
        long days = lines.stream().mapToLong(Line::officerDays).sum() + toRevalidate * terms.officerDaysPerVisit();
        long officers = Math.ceilDiv(days, terms.workingDaysPerYear());
        return new AnnualPlan(year, lines, toRevalidate, days, officers, performance(year, files));
    }

    private Line line(VisitType type, int year, List<VisitFile> all) {
        var files = all.stream().filter(file -> file.origin().type() == type).toList();
        long due = files.stream().filter(file -> isDue(file, year)).count();
        long scheduled = files.stream().filter(file -> isScheduled(file, year)).count();
        long done = files.stream().filter(file -> isDone(file, year)).count();
        long cancelled = files.stream()
                .filter(file -> file.state() == VisitState.CANCELLED
                        && isIn(year, file.origin().dueSince()))
                .count();
        return new Line(type, due, scheduled, done, cancelled, (due + scheduled) * terms.officerDaysPerVisit());
    }

    private static boolean isDue(VisitFile file, int year) {
        return VisitState.BEFORE_FIELDWORK.contains(file.state())
                && !VisitState.AGREED.contains(file.state())
                && isIn(year, file.origin().dueSince());
    }

    private static boolean isScheduled(VisitFile file, int year) {
        return !file.state().isFinal()
                && file.state() != VisitState.NO_SHOW
                && file.schedule()
                        .agreedSlot()
                        .filter(slot -> isIn(year, slot.startsAt()))
                        .isPresent();
    }

    private static boolean isDone(VisitFile file, int year) {
        return file.closedAt() != null && isIn(year, file.closedAt());
    }

    private static Performance performance(int year, List<VisitFile> files) {
        var closed = files.stream().filter(file -> isDone(file, year)).toList();
        long satisfactory = closed.stream()
                .filter(file -> file.outcome() == Outcome.SATISFACTORY)
                .count();
        return new Performance(closed.size(), satisfactory, medianDays(closed));
    }

    private static OptionalLong medianDays(List<VisitFile> closed) {
        return closed.stream()
                .mapToLong(file -> Duration.between(file.origin().dueSince(), Objects.requireNonNull(file.closedAt()))
                        .toDays())
                .sorted()
                .skip(Math.max(0, (closed.size() - 1) / 2))
                .findFirst();
    }

    private static boolean isIn(int year, Instant instant) {
        return instant.atZone(ZoneOffset.UTC).getYear() == year;
    }
}
