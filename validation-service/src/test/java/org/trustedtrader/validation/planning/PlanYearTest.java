package org.trustedtrader.validation.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.validation.visit.VisitFixtures.*;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.validation.planning.AnnualPlan.Line;
import org.trustedtrader.validation.visit.InMemoryDuties;
import org.trustedtrader.validation.visit.InMemoryVisits;
import org.trustedtrader.validation.visit.MembershipProjection;
import org.trustedtrader.validation.visit.RevalidationDuties;
import org.trustedtrader.validation.visit.Visit;
import org.trustedtrader.validation.visit.VisitState;

class PlanYearTest {

    private final InMemoryVisits visits = new InMemoryVisits();
    private final InMemoryDuties duties = new InMemoryDuties();
    private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void countsWhatIsDueScheduledDoneAndCancelled() {
        with(VisitState.DUE, VisitState.NOTIFIED, VisitState.CONFIRMED, VisitState.CLOSED, VisitState.CANCELLED);
        assertThat(initial(plan(2026, 0))).isEqualTo(new Line(Visit.Type.INITIAL, 2, 0, 0, 1, 0, 0, 6));
        assertThat(initial(plan(2027, 0))).isEqualTo(new Line(Visit.Type.INITIAL, 0, 1, 1, 0, 0, 0, 3));
        assertThat(initial(plan(2028, 0))).isEqualTo(new Line(Visit.Type.INITIAL, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void membersToRevalidateNeedPeopleToo() {
        var plan = plan(2030, 650);
        assertThat(plan.officerDaysNeeded()).isEqualTo(1950);
        assertThat(plan.officersNeeded()).isEqualTo(10);
    }

    @Test
    void performanceIsOfTheVisitsClosedInTheYear() {
        with(VisitState.CLOSED, VisitState.DUE);
        assertThat(plan(2027, 0).performance()).isEqualTo(new AnnualPlan.Performance(1, 1, OptionalLong.of(42)));
        assertThat(plan(2026, 0).performance()).isEqualTo(new AnnualPlan.Performance(0, 0, OptionalLong.empty()));
    }

    @Test
    void whatIsOverdueIsTheProgrammesUnlessItWaitsForTheCompany() {
        for (var state : List.of(VisitState.DUE, VisitState.NOTIFIED, VisitState.CLOSED)) {
            visits.keep(Visit.restore(
                    new Aggregate.Stored("r-" + state, 1, Map.of()),
                    ofRevalidation(state).snapshot()));
        }
        assertThat(plan(2027, 0).lines().get(1)).isEqualTo(new Line(Visit.Type.REVALIDATION, 2, 0, 1, 0, 0, 0, 6));
        clock = Clock.fixed(Instant.parse("2027-09-02T04:00:00Z"), ZoneOffset.UTC);
        assertThat(plan(2027, 0).lines().get(1)).isEqualTo(new Line(Visit.Type.REVALIDATION, 2, 0, 1, 0, 2, 1, 6));
        assertThat(plan(2026, 0).lines().get(1)).isEqualTo(new Line(Visit.Type.REVALIDATION, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void revalidationsCountInTheYearThatAnExtensionMovedThemTo() {
        owed("open", "2030-05-01", "OPEN", "2030-05-01", false);
        owed("done", "2030-05-01", "MET", "2030-05-01", true);
        owed("late", "2030-05-01", "OVERDUE", "2030-05-01", true);
        owed("silent", "2030-05-01", "OVERDUE", "2030-05-01", false);
        owed("extended", "2030-12-01", "EXTENDED", "2031-02-01", true);
        owed("gone", "2030-05-01", "VOID", "2030-05-01", false);
        assertThat(plan(2030, 4).revalidations()).isEqualTo(new AnnualPlan.Revalidations(1, 1, 2, 1, 0));
        assertThat(plan(2030, 4).toRevalidate()).isEqualTo(3);
        assertThat(plan(2031, 0).revalidations()).isEqualTo(new AnnualPlan.Revalidations(1, 0, 0, 0, 1));
        assertThat(plan(2031, 0).toRevalidate()).isEqualTo(1);
    }

    private void owed(String id, String cycle, String state, String dueOn, boolean programmeIsNext) {
        var duty =
                new RevalidationDuties.Duty(id, LocalDate.parse(cycle), state, LocalDate.parse(dueOn), programmeIsNext);
        duties.keep(id, 1, duty);
    }

    private static Line initial(AnnualPlan plan) {
        return plan.lines().getFirst();
    }

    private AnnualPlan plan(int year, long toRevalidate) {
        MembershipProjection memberships = new MembershipProjection() {
            @Override
            public boolean keep(String membershipId, long version, Member member) {
                return true;
            }

            @Override
            public Optional<Member> find(String membershipId) {
                return Optional.empty();
            }

            @Override
            public Optional<String> currentOf(String company) {
                return Optional.empty();
            }

            @Override
            public long dueIn(int asked) {
                return toRevalidate;
            }

            @Override
            public long toOpenIn(int year) {
                return toRevalidate;
            }
        };
        return new PlanYear(visits, memberships, duties, PlanningParameters.DEFAULT, clock).of(year);
    }

    private void with(VisitState... states) {
        for (var state : states) {
            visits.keep(Visit.restore(
                    new Aggregate.Stored("v-" + state, 1, Map.of()), in(state).snapshot()));
        }
    }
}
