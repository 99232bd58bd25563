package org.trustedtrader.enrolment.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trustedtrader.enrolment.obligation.ObligationPolicy.Owner.COMPANY;
import static org.trustedtrader.enrolment.obligation.ObligationPolicy.Owner.PROGRAMME;
import static org.trustedtrader.enrolment.obligation.ObligationProposal.Kind.EXTENSION;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.trustedtrader.enrolment.obligation.Obligation.State;
import org.trustedtrader.enrolment.obligation.Obligation.Status;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Aggregate;
import org.trustedtrader.platform.refusal.Refusal;

public class ObligationTest {

    static final ObligationPolicy POLICY = ObligationPolicies.defaults().of(ObligationPolicies.MUST_ACTION);
    static final LocalDate DUE = LocalDate.of(2027, 9, 1);
    static final Instant OPENED = noon("2027-05-01");
    static final Actor PLATFORM = Actor.service("enrolment");
    static final Actor APPROVER = new Actor("user:paul", Set.of("approver"), Optional.empty());
    static final Actor ADAM = new Actor("user:adam", Set.of("assessor"), Optional.empty());
    static final Obligation.Grant GRANT = new Obligation.Grant("a strike", List.of());
    private static final Obligation.Subject SUBJECT =
            new Obligation.Subject("m1", "123456782", ObligationPolicies.MUST_ACTION, "action/4711");

    public static Obligation anObligationIn(State state) {
        return Obligation.restore(
                new Aggregate.Stored(SUBJECT.id(), 3, Map.of()),
                new Obligation.Snapshot(
                        SUBJECT,
                        COMPANY,
                        COMPANY,
                        state,
                        DUE,
                        DUE,
                        state == State.OPEN ? DUE.minusDays(30) : null,
                        null,
                        LocalDate.of(2026, 12, 1)));
    }

    @Test
    void remindsOnEachDayOfThePlanAndIsOverdueOnTheDayAfter() {
        var obligation = stored(Obligation.open(SUBJECT, new Status(DUE, false, COMPANY), POLICY, PLATFORM, OPENED));
        var reminded = 0;
        var overdueOn = (LocalDate) null;
        for (var day = LocalDate.of(2027, 5, 1); overdueOn == null; day = day.plusDays(1)) {
            obligation.letDaysPass(POLICY, PLATFORM, noon(day.toString()));
            var change = obligation.change();
            if (change.isPresent()) {
                reminded += change.get().name().equals("reminded") ? 1 : 0;
                overdueOn = obligation.state() == State.OVERDUE ? day : null;
                obligation = stored(obligation);
            }
        }
        assertThat(reminded).isEqualTo(6);
        assertThat(overdueOn).isEqualTo(DUE.plusDays(1));
    }

    @Test
    void lastsToTheEndOfItsDayInTheProgrammesZone() {
        var obligation = anObligationIn(State.EXTENDED);
        obligation.letDaysPass(POLICY, PLATFORM, Instant.parse("2027-09-02T03:59:59Z"));
        assertThat(obligation.change()).isEmpty();
        obligation.letDaysPass(POLICY, PLATFORM, Instant.parse("2027-09-02T04:00:00Z"));
        assertThat(obligation.state()).isEqualTo(State.OVERDUE);
    }

    @Test
    void followsItsSource() {
        var obligation = anObligationIn(State.OVERDUE);
        obligation.follow(new Status(DUE, false, COMPANY), POLICY, PLATFORM, OPENED);
        assertThat(obligation.change()).as("nothing new").isEmpty();

        obligation.follow(new Status(DUE, false, PROGRAMME), POLICY, PLATFORM, OPENED);
        assertThat(obligation.snapshot().turn()).isEqualTo(PROGRAMME);
        assertThat(obligation.state()).isEqualTo(State.OVERDUE);

        var later = stored(obligation);
        later.follow(new Status(DUE.plusDays(60), false, COMPANY), POLICY, PLATFORM, OPENED);
        assertThat(later.state()).isEqualTo(State.OPEN);
        assertThat(later.snapshot().dueOn()).isEqualTo(DUE.plusDays(60));

        var met = stored(later);
        met.follow(new Status(DUE, true, COMPANY), POLICY, PLATFORM, OPENED);
        assertThat(met.state()).isEqualTo(State.MET);
    }

    @Test
    void anExtensionStandsAgainstAnEarlierDueDateOfTheSource() {
        var extended = proposed(anObligationIn(State.OPEN), EXTENSION, DUE.plusDays(90));
        extended.extend(GRANT, DUE.plusDays(90), POLICY, APPROVER, OPENED);
        var earlier = stored(extended);
        earlier.follow(new Status(DUE.plusDays(30), false, PROGRAMME), POLICY, PLATFORM, OPENED);
        assertThat(earlier.state()).isEqualTo(State.EXTENDED);
        assertThat(earlier.snapshot().dueOn()).isEqualTo(DUE.plusDays(90));
        assertThat(earlier.snapshot().turn()).isEqualTo(PROGRAMME);
        var again = stored(earlier);
        again.follow(new Status(DUE.plusDays(30), false, PROGRAMME), POLICY, PLATFORM, OPENED);
        assertThat(again.change()).as("nothing new").isEmpty();
        again.follow(new Status(DUE.plusDays(120), false, COMPANY), POLICY, PLATFORM, OPENED);
        assertThat(again.snapshot().dueOn()).isEqualTo(DUE.plusDays(120));
    }

    @Test
    void isOwedAgainWhenItsSourceNamesItAgain() {
        var obligation = anObligationIn(State.VOID);
        obligation.follow(new Status(DUE.plusDays(5), false, COMPANY), POLICY, PLATFORM, OPENED);
        assertThat(obligation.state()).isEqualTo(State.OPEN);
        assertThat(obligation.snapshot().dueOn()).isEqualTo(DUE.plusDays(5));
    }

    /** Such as a review that was returned while the membership was cancelled. */
    @Test
    void aLaterDueDateThatWasGrantedStandsAlsoWhenTheSourceNamesAnotherOneMeanwhile() {
        var obligation = proposed(anObligationIn(State.OPEN), EXTENSION, DUE.plusDays(60));
        obligation.extend(GRANT, DUE.plusDays(60), POLICY, APPROVER, OPENED);
        obligation.changeStored();
        obligation.close("the membership is CANCELLED", PLATFORM, OPENED);
        var closed = stored(obligation);
        closed.follow(new Status(DUE.plusDays(30), false, COMPANY), POLICY, PLATFORM, OPENED);
        assertThat(closed.state()).isEqualTo(State.EXTENDED);
        assertThat(closed.snapshot().dueOn()).isEqualTo(DUE.plusDays(60));
    }

    @Test
    void keepsTheLaterDueDateThatWasGrantedBeforeTheMembershipWasCancelled() {
        var obligation = proposed(anObligationIn(State.OPEN), EXTENSION, DUE.plusDays(30));
        obligation.extend(GRANT, DUE.plusDays(30), POLICY, APPROVER, OPENED);
        obligation.changeStored();
        obligation.close("the membership is CANCELLED", PLATFORM, OPENED);
        obligation.changeStored();
        obligation.follow(new Status(DUE, false, COMPANY), POLICY, PLATFORM, OPENED);
        assertThat(obligation.state()).isEqualTo(State.EXTENDED);
        assertThat(obligation.snapshot().dueOn()).isEqualTo(DUE.plusDays(30));
    }

    @Test
    void isExtendedOnlyToALaterDay() {
        for (var day : new LocalDate[] {DUE, DUE.minusDays(1), LocalDate.of(2027, 4, 1)}) {
            assertThatThrownBy(() -> anObligationIn(State.OPEN).extend(GRANT, day, POLICY, APPROVER, OPENED))
                    .isInstanceOf(Refusal.InvalidInput.class);
        }
        var obligation = proposed(anObligationIn(State.OVERDUE), EXTENSION, DUE.plusDays(30));
        obligation.extend(GRANT, DUE.plusDays(30), POLICY, APPROVER, OPENED);
        assertThat(obligation.state()).isEqualTo(State.EXTENDED);
        assertThat(obligation.snapshot().nextReminderOn()).isNotNull();
    }

    @Test
    void isSeenByItsCompanyOnlyIfTheCompanyOwesIt() {
        var owner = new Actor("user:carla", Set.of("account-owner"), Optional.of("123456782"));
        var stranger = new Actor("user:mallory", Set.of("account-owner"), Optional.of("987654324"));
        assertThat(anObligationIn(State.OPEN).visibleTo(owner)).isTrue();
        assertThat(anObligationIn(State.OPEN).visibleTo(stranger)).isFalse();
        var programmes = Obligation.restore(
                new Aggregate.Stored("o", 1, Map.of()),
                new Obligation.Snapshot(SUBJECT, PROGRAMME, PROGRAMME, State.OPEN, DUE, DUE, null, null, null));
        assertThat(programmes.visibleTo(owner)).isFalse();
    }

    /** With Adam's proposal. */
    static Obligation proposed(Obligation obligation, ObligationProposal.Kind kind, @Nullable LocalDate dueOn) {
        obligation.propose(new ObligationProposal(kind, dueOn, "a strike", ADAM.id(), OPENED, null), ADAM, OPENED);
        return stored(obligation);
    }

    static Obligation stored(Obligation obligation) {
        return Obligation.restore(
                new Aggregate.Stored(obligation.id(), obligation.version(), Map.of()), obligation.snapshot());
    }

    static Instant noon(String day) {
        return Instant.parse(day + "T16:00:00Z");
    }
}
