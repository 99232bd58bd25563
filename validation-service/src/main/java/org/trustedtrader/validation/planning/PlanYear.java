package org.trustedtrader.validation.planning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.trustedtrader.platform.calendar.BusinessCalendar;
import org.trustedtrader.validation.planning.AnnualPlan.Line;
import org.trustedtrader.validation.planning.AnnualPlan.Performance;
import org.trustedtrader.validation.planning.AnnualPlan.Revalidations;
import org.trustedtrader.validation.visit.MembershipProjection;
import org.trustedtrader.validation.visit.RevalidationDuties;
import org.trustedtrader.validation.visit.RevalidationDuties.Duty;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitSnapshot;
import org.trustedtrader.validation.visit.VisitState;
import org.trustedtrader.validation.visit.Visits;

/** Derives the plan of a year of the programme's zone from the visits and what members owe; nothing of it is stored. */
public final class PlanYear {

    private final Visits visits;
    private final MembershipProjection memberships;
    private final RevalidationDuties duties;
    private final PlanningParameters parameters;
    private final Clock clock;

    public PlanYear(
            Visits visits,
            MembershipProjection memberships,
            RevalidationDuties duties,
            PlanningParameters parameters,
            Clock clock) {
        this.visits = visits;
        this.memberships = memberships;
        this.duties = duties;
        this.parameters = parameters;
        this.clock = clock;
    }

    public AnnualPlan of(int year) {
        var files = visits.ofYear(year).stream().map(Visit::snapshot).toList();
        var today = BusinessCalendar.shipped().dayOf(clock.instant());
        var lines = Arrays.stream(Visit.Type.values())
                .map(type -> line(type, year, today, files))
                .toList();
        long days = lines.stream().mapToLong(Line::officerDays).sum()
                + memberships.toOpenIn(year) * parameters.officerDaysPerVisit();
        long officers = Math.ceilDiv(days, parameters.workingDaysPerYear());
        return new AnnualPlan(
                year, lines, revalidations(year), toRevalidate(year), days, officers, performance(year, files));
    }

    private Line line(Visit.Type type, int year, LocalDate today, List<VisitSnapshot> all) {
        var files = all.stream().filter(file -> file.origin().type() == type).toList();
        long due = count(files, file -> isDue(file, year));
        long scheduled = count(files, file -> isScheduled(file, year));
        return new Line(
                type,
                due,
                scheduled,
                count(files, file -> isDone(file, year)),
                count(files, file -> file.state() == VisitState.CANCELLED && dueYear(file) == year),
                count(files, file -> isOverdue(file, year, today)),
                count(files, file -> isOverdue(file, year, today) && !waitsForCompany(file)),
                (due + scheduled) * parameters.officerDaysPerVisit());
    }

    private Revalidations revalidations(int year) {
        var all = duties.dueIn(year);
        var pending = all.stream().filter(Duty::isPending).toList();
        var overdue = pending.stream().filter(Duty::isOverdue).toList();
        return new Revalidations(
                pending.size() - overdue.size(),
                count(all, Duty::isMet),
                overdue.size(),
                count(overdue, Duty::programmeIsNext),
                count(pending, Duty::isExtended));
    }

    /** By the due dates of the memberships, with those that an extension moved into the year, without those moved out of it. */
    private long toRevalidate(int year) {
        long moved = duties.movedAcross(year).stream()
                .filter(Duty::isPending)
                .mapToLong(duty -> duty.dueOn().getYear() == year ? 1 : -1)
                .sum();
        return Math.max(0, memberships.dueIn(year) + moved);
    }

    private static boolean isDue(VisitSnapshot file, int year) {
        return VisitState.BEFORE_FIELDWORK.contains(file.state())
                && !VisitState.AGREED.contains(file.state())
                && dueYear(file) == year;
    }

    private static boolean isScheduled(VisitSnapshot file, int year) {
        return !file.state().isFinal()
                && file.state() != VisitState.NO_SHOW
                && file.schedule()
                        .agreedSlot()
                        .filter(slot -> isIn(year, slot.startsAt()))
                        .isPresent();
    }

    private static boolean isDone(VisitSnapshot file, int year) {
        return file.closedAt() != null && isIn(year, file.closedAt());
    }

    private static boolean isOverdue(VisitSnapshot file, int year, LocalDate today) {
        var dueOn = file.dueOn();
        return dueOn != null && dueOn.getYear() == year && !file.state().isFinal() && today.isAfter(dueOn);
    }

    private static boolean waitsForCompany(VisitSnapshot file) {
        return file.waitingFor().filter(Visit.Ball.COMPANY::equals).isPresent();
    }

    /** Of the last day for the visit; a visit without one counts in the year in which it fell due. */
    private static int dueYear(VisitSnapshot file) {
        var dueOn = file.dueOn();
        return dueOn == null ? yearOf(file.origin().dueSince()) : dueOn.getYear();
    }

    private static Performance performance(int year, List<VisitSnapshot> files) {
        var closed = files.stream().filter(file -> isDone(file, year)).toList();
        return new Performance(
                closed.size(), count(closed, file -> file.outcome() == Visit.Outcome.SATISFACTORY), medianDays(closed));
    }

    private static OptionalLong medianDays(List<VisitSnapshot> closed) {
        return closed.stream()
                .mapToLong(file -> Duration.between(file.origin().dueSince(), Objects.requireNonNull(file.closedAt()))
                        .toDays())
                .sorted()
                .skip(Math.max(0, (closed.size() - 1) / 2))
                .findFirst();
    }

    private static <T> long count(List<T> all, Predicate<T> which) {
        return all.stream().filter(which).count();
    }

    private static boolean isIn(int year, Instant instant) {
        return yearOf(instant) == year;
    }

    private static int yearOf(Instant instant) {
        return BusinessCalendar.shipped().dayOf(instant).getYear();
    }
}
