package org.trustedtrader.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustedtrader.enrolment.compliance.ComplianceCase;
import org.trustedtrader.enrolment.membership.MembershipProposal;
import org.trustedtrader.enrolment.membership.ReasonCode;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.simulation.reference.Fact;

/**
 * A play that comes once in some hundred seeds, told by hand: a member is cancelled shortly before its revalidation is due, hands
 * in its profile while the appeal is pending, and the appeal is allowed past the due date, while the profile is under review. The
 * programme has the turn, so no case opens.
 */
class AppealPastTheDueDateTest {

    private static final String LAW = "Customs Act, s. 11.1";
    private static final Actor APPROVER = officer("approver-1", "approver");
    private static final Actor OTHER_APPROVER = officer("approver-2", "approver");
    private static final Actor MANAGER = officer("manager-1", "programme-manager");

    private final TreeMap<LocalDate, Runnable> acts = new TreeMap<>();

    /** The messages' delays come of the seed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theProgrammeHasTheTurnWhileTheProfileIsUnderReview(long seed) {
        var world = new World(seed, 1, new Wiring());
        var member = world.members().getFirst();
        acts.put(member.assessedOn, () -> world.apply(member));
        acts.put(member.signsOn, () -> {
            world.sign(member);
            var dueOn =
                    world.enrolment.memberships.look(member.id).orElseThrow().revalidationDueOn();
            acts.put(dueOn.minusDays(80), () -> openCase(world, member));
            acts.put(dueOn.minusDays(70), () -> appeal(world, member));
            acts.put(dueOn.plusDays(100), () -> handIn(world, member));
            acts.put(dueOn.plusDays(103), () -> allow(world, member));
        });

        for (var day = World.FIRST_DAY;
                !acts.isEmpty() || day.isBefore(lastActPlus(3, member));
                day = day.plusDays(1)) {
            world.datesPass(day);
            world.officesOpen(day);
            var act = acts.remove(day);
            if (act != null) {
                act.run();
            }
            world.compareAtNight(day);
        }
        assertThat(world.enrolment.cases.openOf(member.id, 10)).isEmpty();
        assertThat(member.reference.openCases()).isEmpty();
    }

    private LocalDate lastActPlus(int days, Member member) {
        return member.signsOn.plusYears(4).plusDays(103L + days);
    }

    private static void openCase(World world, Member member) {
        var keyed = new Command(APPROVER, Optional.of("a case"), "", OptionalLong.empty());
        var opened =
                world.enrolment.followCases.open(member.id, ReasonCode.SECURITY_INCIDENT, "The facts.", LAW, keyed);
        var about = "officer/" + opened.id();
        world.fact(member, new Fact.CaseOpened(about, true, APPROVER.id()));
        world.enrolment.followCases.answer(opened.id(), "We did our best.", Command.by(member.owner));
        world.fact(member, new Fact.NoticeAnswered(about));
        world.enrolment.decideCase.decide(
                opened.id(),
                new ComplianceCase.Decision(ComplianceCase.Outcome.CANCELLATION, null, "", LAW),
                Command.by(OTHER_APPROVER));
        world.fact(member, new Fact.CaseDecided(about, Fact.Decision.CANCELLATION, null, OTHER_APPROVER.id()));
    }

    private static void appeal(World world, Member member) {
        world.enrolment.memberships.change(
                member.id,
                Command.by(member.owner),
                m -> m.appeal("We disagree.", member.owner, world.clock.instant()));
        world.fact(member, new Fact.Appealed());
    }

    private static void handIn(World world, Member member) {
        world.assessments.handIn(member.id, member.owner);
        world.fact(member, new Fact.ProfileHandedIn());
    }

    private static void allow(World world, Member member) {
        var allowed = OfficerBehaviour.decision(ReasonCode.APPEAL_ALLOWED);
        world.enrolment.memberships.change(
                member.id,
                Command.by(APPROVER),
                m -> m.propose(MembershipProposal.Kind.APPEAL_DECISION, allowed, APPROVER, world.clock.instant()));
        world.enrolment.decide.allowAppeal(member.id, allowed, Command.by(MANAGER));
        world.fact(member, new Fact.AppealDecided(true, APPROVER.id(), MANAGER.id()));
    }

    private static Actor officer(String name, String role) {
        return new Actor("user:" + name, Set.of(role), Optional.empty());
    }
}
