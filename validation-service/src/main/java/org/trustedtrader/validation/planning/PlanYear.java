package org.trustedtrader.validation.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.validation.planning.AnnualPlan.Line;
import org.trustedtrader.validation.planning.AnnualPlan.Performance;
import org.trustedtrader.validation.visit.MembershipProjection;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.Visits;

/** Derives the plan of a year of the programme's zone from the visits; nothing of it is stored. */
public final class PlanYear {

    private final Visits visits;
    private final MembershipProjection memberships;
    private final PlanningParameters parameters;

    public PlanYear(Visits visits, MembershipProjection memberships, PlanningParameters parameters) {
        this.visits = visits;
        this.memberships = memberships;
        this.parameters = parameters;
    }

    public AnnualPlan of(int year) {
        var files = visits.ofYear(year).stream().map(Visit::snapshot).toList();
        var lines = Arrays.stream(Visit.Type.values())
                .map(type -> line(type, year, files))
                .toList();
        long toRevalidate = memberships.dueIn(year);
        long days = lines.stream().mapToLong(Line::officerDays).sum() + toRevalidate * parameters.officerDaysPerVisit();
        long officers = Math.ceilDiv(days, parameters.workingDaysPerYear());
        return new AnnualPlan(year, lines, toRevalidate, days, officers, performance(year, files));
    }

    private Line line(Visit.Type type, int year, List<Visit.Snapshot> all) {
        var files = all.stream().filter(file -> file.origin().type() == type).toList();
        long due = files.stream().filter(file -> isDue(file, year)).count();
        long scheduled = files.stream().filter(file -> isScheduled(file, year)).count();
        long done = files.stream().filter(file -> isDone(file, year)).count();
        long cancelled = files.stream()
                .filter(file -> file.state() == Visit.State.CANCELLED
                        && isIn(year, file.origin().dueSince()))
                .count();
        return new Line(type, due, scheduled, done, cancelled, (due + scheduled) * parameters.officerDaysPerVisit());
    }

    private static boolean isDue(Visit.Snapshot file, int year) {
        return Visit.State.BEFORE_FIELDWORK.contains(file.state())
                && !Visit.State.AGREED.contains(file.state())
                && isIn(year, file.origin().dueSince());
    }

    private static boolean isScheduled(Visit.Snapshot file, int year) {
        return !file.state().isFinal()
                && file.state() != Visit.State.NO_SHOW
                && file.schedule()
                        .agreedSlot()
                        .filter(slot -> isIn(year, slot.startsAt()))
                        .isPresent();
    }

    private static boolean isDone(Visit.Snapshot file, int year) {
        return file.closedAt() != null && isIn(year, file.closedAt());
    }

    private static Performance performance(int year, List<Visit.Snapshot> files) {
        var closed = files.stream().filter(file -> isDone(file, year)).toList();
        long satisfactory = closed.stream()
                .filter(file -> file.outcome() == Visit.Outcome.SATISFACTORY)
                .count();
        return new Performance(closed.size(), satisfactory, medianDays(closed));
    }

    private static OptionalLong medianDays(List<Visit.Snapshot> closed) {
        return closed.stream()
                .mapToLong(file -> Duration.between(file.origin().dueSince(), Objects.requireNonNull(file.closedAt()))
                        .toDays())
                .sorted()
                .skip(Math.max(0, (closed.size() - 1) / 2))
                .findFirst();
    }

    private static boolean isIn(int year, Instant instant) {
        return BusinessCalendar.shipped().dayOf(instant).getYear() == year;
    }
}
