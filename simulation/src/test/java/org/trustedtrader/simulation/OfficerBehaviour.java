package org.trustedtrader.simulation;

import static org.trustedtrader.simulation.Officers.Desk.APPROVER;
import static org.trustedtrader.simulation.Officers.Desk.ASSESSOR;
import static org.trustedtrader.simulation.Officers.Desk.INTELLIGENCE_OFFICER;
import static org.trustedtrader.simulation.Officers.Desk.PROGRAMME_MANAGER;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.trustedtrader.assessment.action.ActionStep;
import org.trustedtrader.assessment.action.CorrectiveAction;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.MembershipDecision;
import org.trustedtrader.enrolment.membership.MembershipProposal.Kind;
import org.trustedtrader.enrolment.membership.ReasonCode;
import org.trustedtrader.enrolment.obligation.Obligation;
import org.trustedtrader.enrolment.obligation.ObligationPolicy;
import org.trustedtrader.enrolment.obligation.ObligationProposal;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.simulation.reference.Fact;

/** What officers do about a member on a day: at most one thing. Any of them may try what only another one may do. */
final class OfficerBehaviour {

    private static final double ATTENTION = 0.1;

    private final World world;
    private final Officers officers;
    private final RandomGenerator random;
    private final CaseDecisions caseDecisions;
    private final VisitBehaviour visits;
    private final AnnualReviewBehaviour reviews;

    OfficerBehaviour(World world, Officers officers, RandomGenerator random) {
        this.world = world;
        this.officers = officers;
        this.random = random;
        this.caseDecisions = new CaseDecisions(world, officers, random);
        this.visits = new VisitBehaviour(world, officers, random);
        this.reviews = new AnnualReviewBehaviour(world, random);
    }

    /** @return whether somebody did something */
    boolean act(Member member, Membership.Snapshot membership) {
        if (random.nextDouble() >= ATTENTION) {
            return false;
        }
        return switch (random.nextInt(4)) {
            case 0 -> standing(member, membership) || caseDecisions.act(member);
            case 1 -> caseDecisions.act(member) || assessment(member);
            case 2 -> assessment(member) || visits.act(member, membership);
            default -> visits.act(member, membership) || standing(member, membership) || obligations(member);
        };
    }

    private boolean standing(Member member, Membership.Snapshot membership) {
        return switch (membership.state()) {
            case ACTIVE -> active(member, membership);
            case SUSPENDED -> suspended(member, membership);
            case APPEAL_PENDING -> appeal(member, membership);
            case CANCELLED, CANCELLED_FINAL, WITHDRAWN -> false;
        };
    }

    private boolean active(Member member, Membership.Snapshot membership) {
        if (random.nextDouble() < 0.006) {
            return by(INTELLIGENCE_OFFICER, officer -> {
                world.enrolment.decide.suspend(member.id, decision(ReasonCode.SECURITY_INCIDENT), Command.by(officer));
                world.fact(member, new Fact.SuspendedForSafety(officer.id()));
                return true;
            });
        }
        if (membership.revalidation() == null) {
            return random.nextDouble() < 0.002
                    && by(APPROVER, officer -> {
                        world.enrolment.decide.startRevalidation(
                                member.id, decision(ReasonCode.REVALIDATION_STARTED), Command.by(officer));
                        world.fact(member, new Fact.RevalidationStarted(officer.id()));
                        return true;
                    });
        }
        if (random.nextDouble() < 0.7 && !member.lastVisitSatisfactory) {
            return false;
        }
        return proposedOr(
                Kind.REVALIDATION_COMPLETION, ReasonCode.REVALIDATED, member, membership, (proposer, decider) -> {
                    world.enrolment.decide.completeRevalidation(
                            member.id, decision(ReasonCode.REVALIDATED), Command.by(decider));
                    member.revalidationVisitOrdered = false;
                    member.lastVisitSatisfactory = false;
                    return new Fact.RevalidationCompleted(proposer, decider.id());
                });
    }

    private boolean suspended(Member member, Membership.Snapshot membership) {
        var suspension = membership.suspension();
        if (suspension == null) {
            return false;
        }
        if (suspension.awaitsConfirmation()) {
            var officer = officers.any(anyDesk());
            return decides(member, () -> {
                world.enrolment.decide.confirmSuspension(member.id, "seen", Command.by(officer));
                return new Fact.SuspensionConfirmed(officer.id());
            });
        }
        if (suspension.awaitsAnswer()) {
            var officer = officers.any(anyDesk());
            var upheld = random.nextDouble() < 0.3;
            var code = upheld ? ReasonCode.OBJECTION_UPHELD : ReasonCode.SECURITY_INCIDENT;
            return decides(member, () -> {
                world.enrolment.decide.answerObjection(member.id, upheld, decision(code), Command.by(officer));
                return new Fact.ObjectionAnswered(upheld, officer.id());
            });
        }
        if (random.nextDouble() < 0.1) {
            return by(
                    APPROVER,
                    officer -> world.tries(
                            () -> world.enrolment.decide.extendSuspension(member.id, "not yet", Command.by(officer))));
        }
        return proposedOr(Kind.REINSTATEMENT, ReasonCode.CAUSE_REMEDIED, member, membership, (proposer, decider) -> {
            world.enrolment.decide.reinstate(member.id, decision(ReasonCode.CAUSE_REMEDIED), Command.by(decider));
            return new Fact.Reinstated(proposer, decider.id());
        });
    }

    private boolean appeal(Member member, Membership.Snapshot membership) {
        var allowed = random.nextBoolean();
        var code = allowed ? ReasonCode.APPEAL_ALLOWED : ReasonCode.APPEAL_DISMISSED;
        return proposedOr(Kind.APPEAL_DECISION, code, member, membership, (proposer, decider) -> {
            if (allowed) {
                world.enrolment.decide.allowAppeal(member.id, decision(code), Command.by(decider));
            } else {
                world.enrolment.decide.dismissAppeal(member.id, decision(code), Command.by(decider));
            }
            return new Fact.AppealDecided(allowed, proposer, decider.id());
        });
    }

    /** What follows from a decision that was accepted. */
    @FunctionalInterface
    private interface Decides {
        Fact decide(String proposer, Actor decider);
    }

    /** Proposes; where somebody proposed already, anybody at all tries to decide, the proposer too. */
    private boolean proposedOr(
            Kind kind, ReasonCode code, Member member, Membership.Snapshot membership, Decides decides) {
        var proposal = membership.proposal();
        if (proposal == null) {
            var proposer = officers.any(anyDesk());
            return world.tries(() -> world.enrolment.memberships.change(
                    member.id,
                    Command.by(proposer),
                    m -> m.propose(kind, decision(code), proposer, world.clock.instant())));
        }
        if (proposal.kind() != kind) {
            var proposer = officers.any(anyDesk());
            return world.tries(() -> world.enrolment.memberships.change(
                    member.id, Command.by(proposer), m -> m.dropProposal("no", proposer, world.clock.instant())));
        }
        var decider = random.nextDouble() < 0.2
                ? new Actor(proposal.by(), java.util.Set.of("approver"), Optional.empty())
                : officers.any(anyDesk());
        return decides(member, () -> decides.decide(proposal.by(), decider));
    }

    private boolean decides(Member member, java.util.function.Supplier<Fact> command) {
        Fact[] fact = new Fact[1];
        if (!world.tries(() -> fact[0] = command.get())) {
            return false;
        }
        world.fact(member, fact[0]);
        return true;
    }

    private boolean assessment(Member member) {
        return officers.present(ASSESSOR, world.clock.today())
                .filter(assessor -> assess(member, assessor))
                .isPresent();
    }

    private boolean assess(Member member, Actor assessor) {
        var state = world.assessments.state(member.id);
        if (state == Assessment.State.OPEN || state == Assessment.State.CLOSED) {
            return false;
        }
        for (var action : world.assessments.mustActions(member.id)) {
            if (action.state() == CorrectiveAction.State.SUBMITTED) {
                verify(member, action, assessor);
                return true;
            }
            if (action.isOpen() && random.nextDouble() < 0.02) {
                return extend(member, action, assessor);
            }
        }
        if (state == Assessment.State.SUBMITTED) {
            var before = world.assessments.mustActions(member.id).size();
            world.assessments.assess(member.id, criterion -> random.nextDouble() < 0.1, assessor);
            world.fact(member, new Fact.ProfileAssessed(assessor.id(), world.assessments.mustFailed(member.id)));
            newActions(member, before);
            return true;
        }
        if (random.nextBoolean() && reviews.judge(member, assessor)) {
            return true;
        }
        if (random.nextDouble() < 0.01) {
            var before = world.assessments.mustActions(member.id).size();
            world.assessments.proposeAction(member.id, assessor);
            world.fact(member, new Fact.WorkedOnAssessment(assessor.id()));
            newActions(member, before);
            return true;
        }
        return false;
    }

    private void verify(Member member, CorrectiveAction action, Actor assessor) {
        var good = random.nextDouble() < 0.7;
        world.assessments.act(
                member.id, action.id(), good ? ActionStep.verify("seen") : ActionStep.reject("not enough"), assessor);
        world.fact(member, new Fact.WorkedOnAssessment(assessor.id()));
        world.fact(member, good ? new Fact.ActionVerified(action.id()) : new Fact.ActionRejected(action.id()));
    }

    private boolean extend(Member member, CorrectiveAction action, Actor officer) {
        var today = world.clock.today();
        var until = (action.dueOn().isAfter(today) ? action.dueOn() : today).plusDays(random.nextInt(10, 120));
        var extended = world.tries(
                () -> world.assessments.act(member.id, action.id(), ActionStep.extend(until, "more time"), officer));
        if (extended) {
            world.fact(member, new Fact.WorkedOnAssessment(officer.id()));
            world.fact(member, new Fact.ActionDue(action.id(), until));
        }
        return extended;
    }

    private void newActions(Member member, int before) {
        world.assessments.mustActions(member.id).stream()
                .skip(before)
                .forEach(action -> world.fact(member, new Fact.ActionDue(action.id(), action.dueOn())));
    }

    /** The manager extends or waives what the company owes. */
    private boolean obligations(Member member) {
        if (random.nextDouble() >= 0.04) {
            return false;
        }
        var owed = world.enrolment.obligations.pendingOf(member.id).stream()
                .filter(o -> o.snapshot().owner() == ObligationPolicy.Owner.COMPANY)
                .toList();
        if (owed.isEmpty()) {
            return false;
        }
        var obligation = owed.get(random.nextInt(owed.size())).snapshot();
        var id = obligation.subject().id();
        var today = world.clock.today();
        var waived = random.nextDouble() < 0.4;
        var until = (obligation.dueOn().isAfter(today) ? obligation.dueOn() : today).plusDays(random.nextInt(5, 100));
        var kind = waived ? ObligationProposal.Kind.WAIVER : ObligationProposal.Kind.EXTENSION;
        var proposer = officers.any(APPROVER);
        var now = world.clock.instant();
        var records = world.enrolment.obligations;
        var proposal = new ObligationProposal(kind, waived ? null : until, "more time", proposer.id(), now, null);
        records.change(id, Command.by(proposer), o -> o.propose(proposal, proposer, now));
        var manager = officers.any(random.nextBoolean() ? APPROVER : PROGRAMME_MANAGER);
        var grant = new Obligation.Grant("enough", List.of());
        var policy = world.enrolment.policies.of(obligation.subject().kind());
        return decides(member, () -> {
            records.change(id, Command.by(manager), o -> {
                if (waived) {
                    o.waive(grant, manager, now);
                } else {
                    o.extend(grant, until, policy, manager, now);
                }
            });
            var duty = obligation.subject().source();
            return waived
                    ? new Fact.DutyWaived(duty, proposer.id(), manager.id())
                    : new Fact.DutyExtended(duty, until, proposer.id(), manager.id());
        });
    }

    private boolean by(Officers.Desk desk, java.util.function.Predicate<Actor> act) {
        return officers.present(desk, world.clock.today()).filter(act).isPresent();
    }

    private Officers.Desk anyDesk() {
        var desks = List.of(APPROVER, PROGRAMME_MANAGER, INTELLIGENCE_OFFICER, ASSESSOR, Officers.Desk.VALIDATOR);
        return desks.get(random.nextInt(desks.size()));
    }

    static MembershipDecision decision(ReasonCode code) {
        return new MembershipDecision(code, "", "Customs Act, s. 11.1", null);
    }
}
