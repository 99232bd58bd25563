package org.trustedtrader.validation.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustedtrader.validation.visit.VisitFixtures.*;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.validation.planning.AnnualPlan.Line;
import org.trustedtrader.validation.visit.InMemoryVisits;
import org.trustedtrader.validation.visit.MembershipProjection;
import org.trustedtrader.validation.visit.Visit;

class PlanYearTest {

    private final InMemoryVisits visits = new InMemoryVisits();

    @Test
    void countsWhatIsDueScheduledDoneAndCancelled() {
        with(Visit.State.DUE, Visit.State.NOTIFIED, Visit.State.CONFIRMED, Visit.State.CLOSED, Visit.State.CANCELLED);
        assertThat(initial(plan(2026, 0))).isEqualTo(new Line(Visit.Type.INITIAL, 2, 0, 0, 1, 6));
        assertThat(initial(plan(2027, 0))).isEqualTo(new Line(Visit.Type.INITIAL, 0, 1, 1, 0, 3));
        assertThat(initial(plan(2028, 0))).isEqualTo(new Line(Visit.Type.INITIAL, 0, 0, 0, 0, 0));
    }

    @Test
    void membersToRevalidateNeedPeopleToo() {
        var plan = plan(2030, 650);
        assertThat(plan.officerDaysNeeded()).isEqualTo(1950);
        assertThat(plan.officersNeeded()).isEqualTo(10);
    }

    @Test
    void performanceIsOfTheVisitsClosedInTheYear() {
        with(Visit.State.CLOSED, Visit.State.DUE);
        assertThat(plan(2027, 0).performance()).isEqualTo(new AnnualPlan.Performance(1, 1, OptionalLong.of(42)));
        assertThat(plan(2026, 0).performance()).isEqualTo(new AnnualPlan.Performance(0, 0, OptionalLong.empty()));
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
        };
        return new PlanYear(visits, memberships, PlanningParameters.DEFAULT).of(year);
    }

    private void with(Visit.State... states) {
        for (var state : states) {
            visits.keep(Visit.restore(
                    new Aggregate.Stored("v-" + state, 1, Map.of()), in(state).snapshot()));
        }
    }
}
