package org.trustedtrader.enrolment.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.membership.Fixtures;
import org.trustedtrader.enrolment.membership.MemberReports;
import org.trustedtrader.enrolment.membership.Memberships;
import org.trustedtrader.enrolment.obligation.Obligation.State;
import org.trustedtrader.enrolment.obligation.ObligationPolicy.Owner;
import org.trustedtrader.platform.aggregate.Aggregate;

class FollowObligationsTest {

    private final Memberships memberships = mock();
    private final MemberReports reports = mock();
    private final Obligations obligations = mock();
    private Obligation obligation = mock();

    /**
     * After an allowed appeal the due date may pass in the night in which the revalidation opens again, before any event of it has
     * come. The assessment does not take part yet and may be under review, so the company has missed nothing.
     */
    @Test
    void whoseTurnItIsIsWorkedOutAnewBeforeTheDueDatePasses() {
        var member = Fixtures.aMembershipInRevalidation();
        var dueOn = member.snapshot().revalidationDueOn();
        when(memberships.find(member.id())).thenReturn(Optional.of(member));
        given(new Obligation.Snapshot(
                new Obligation.Subject(
                        member.id(), member.snapshot().company(), ObligationPolicies.REVALIDATION, "cycle/" + dueOn),
                Owner.COMPANY,
                Owner.COMPANY,
                State.OPEN,
                dueOn,
                dueOn,
                null,
                null,
                null));
        var dayAfter = dueOn.plusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC);

        new FollowObligations(
                        obligations,
                        ObligationPolicies.defaults(),
                        memberships,
                        List.of(new MembershipObligations(reports)),
                        Clock.fixed(dayAfter, ZoneOffset.UTC))
                .letDaysPass(obligation.id());

        assertThat(obligation.state()).isEqualTo(State.OVERDUE);
        assertThat(obligation.snapshot().turn()).isEqualTo(Owner.PROGRAMME);
    }

    private void given(Obligation.Snapshot snapshot) {
        obligation = Obligation.restore(new Aggregate.Stored(snapshot.subject().id(), 1, Map.of()), snapshot);
        when(obligations.find(obligation.id())).thenAnswer(_ -> Optional.of(obligation));
        when(obligations.pendingOf(anyString())).thenAnswer(_ -> List.of(obligation));
        when(obligations.react(anyString(), any())).thenAnswer(call -> {
            Consumer<Obligation> verb = call.getArgument(1);
            verb.accept(obligation);
            obligation = Obligation.restore(
                    new Aggregate.Stored(obligation.id(), obligation.version(), Map.of()), obligation.snapshot());
            return Optional.of(obligation);
        });
    }
}
