package org.trustedtrader.simulation;

import static org.trustedtrader.simulation.Officers.Desk.APPROVER;
import static org.trustedtrader.simulation.Officers.Desk.PROGRAMME_MANAGER;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.enrolment.compliance.ComplianceCase;
import org.trustedtrader.enrolment.compliance.ComplianceCase.Outcome;
import org.trustedtrader.enrolment.compliance.ComplianceCase.State;
import org.trustedtrader.enrolment.membership.ReasonCode;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.simulation.reference.Fact;

/** Officers open cases, and decide them in time, late, or never. */
final class CaseDecisions {

    private static final String LAW = "Programme terms";

    private final World world;
    private final Officers officers;
    private final RandomGenerator random;

    CaseDecisions(World world, Officers officers, RandomGenerator random) {
        this.world = world;
        this.officers = officers;
        this.random = random;
    }

    boolean act(Member member) {
        var open = world.enrolment.cases.openOf(member.id, 100);
        if (open.isEmpty()) {
            return random.nextDouble() < 0.004 && open(member);
        }
        var id = open.get(random.nextInt(open.size()));
        var of = world.enrolment.cases.look(id).orElseThrow();
        var attention = of.state() == State.ANSWERED || of.state() == State.ESCALATED ? 0.4 : 0.05;
        if (random.nextDouble() >= attention) {
            return false;
        }
        var desk = of.state() == State.ESCALATED ? PROGRAMME_MANAGER : APPROVER;
        return officers.present(desk, world.clock.today())
                .filter(officer -> decide(member, id, of, officer))
                .isPresent();
    }

    private boolean open(Member member) {
        return officers.present(APPROVER, world.clock.today())
                .map(officer -> {
                    var reason = random.nextBoolean() ? ReasonCode.SECURITY_INCIDENT : ReasonCode.FALSE_STATEMENT;
                    var opened = world.enrolment.followCases.open(member.id, reason, "The facts.", LAW, keyed(officer));
                    world.fact(
                            member,
                            new Fact.CaseOpened(
                                    world.about(opened.snapshot()),
                                    reason == ReasonCode.SECURITY_INCIDENT,
                                    officer.id()));
                    return true;
                })
                .orElse(false);
    }

    /** With a key, so that the case's id comes of the seed. */
    private Command keyed(Actor officer) {
        var key = Optional.of("open-" + random.nextLong());
        return new Command(officer, key, "", OptionalLong.empty());
    }

    private boolean decide(Member member, String id, ComplianceCase.Snapshot of, Actor officer) {
        var running = of.state() == State.OPENED || of.state() == State.NOTICE_SERVED;
        var outcome = outcome(of);
        var until = outcome == Outcome.EXTENSION ? world.clock.today().plusDays(random.nextInt(1, 200)) : null;
        Runnable decision = () -> {
            world.enrolment.decideCase.decide(
                    id, new ComplianceCase.Decision(outcome, until, "", LAW), Command.by(officer));
            world.fact(member, fact(of, outcome, until, officer));
        };
        var against = outcome == Outcome.SUSPENSION || outcome == Outcome.CANCELLATION;
        if (officer.id().equals(of.openedBy()) || running && against) {
            world.mustRefuse(decision, Refusal.RuleBroken.class);
            return false;
        }
        if (random.nextDouble() < 0.8) {
            var proposer = officers.any(random.nextBoolean() ? APPROVER : PROGRAMME_MANAGER);
            world.enrolment.decideCase.propose(id, outcome, "", Command.by(proposer));
        }
        return world.tries(decision);
    }

    private Outcome outcome(ComplianceCase.Snapshot of) {
        var chance = random.nextDouble();
        if (chance < 0.3) {
            return of.subject().trigger() == ComplianceCase.Trigger.OBLIGATION_OVERDUE
                    ? Outcome.EXTENSION
                    : Outcome.NO_ACTION;
        }
        return chance < 0.5
                ? Outcome.NO_ACTION
                : chance < 0.6 ? Outcome.ACTION_PLAN : chance < 0.85 ? Outcome.SUSPENSION : Outcome.CANCELLATION;
    }

    private Fact.CaseDecided fact(
            ComplianceCase.Snapshot of, Outcome outcome, @Nullable LocalDate until, Actor officer) {
        return new Fact.CaseDecided(world.about(of), Fact.Decision.valueOf(outcome.name()), until, officer.id());
    }
}
