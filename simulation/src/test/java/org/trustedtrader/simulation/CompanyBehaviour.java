package org.trustedtrader.simulation;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.assessment.action.ActionStep;
import org.trustedtrader.assessment.action.CorrectiveAction;
import org.trustedtrader.assessment.review.Assessment;
import org.trustedtrader.enrolment.compliance.ComplianceCase;
import org.trustedtrader.enrolment.membership.Membership;
import org.trustedtrader.enrolment.membership.MembershipState;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.simulation.reference.Fact;
import org.trustedtrader.validation.visit.VisitState;

/** What a company does on a day: at most one thing, early, late or never. */
final class CompanyBehaviour {

    private static final double LEAVES = 0.0001;

    private final World world;
    private final RandomGenerator random;
    private final AnnualReviewBehaviour reviews;

    CompanyBehaviour(World world, RandomGenerator random) {
        this.world = world;
        this.random = random;
        this.reviews = new AnnualReviewBehaviour(world, random);
    }

    /** @return whether it did something */
    boolean act(Member member, Membership.Snapshot membership) {
        if (random.nextDouble() < LEAVES && lasts(membership)) {
            world.enrolment.memberships.change(
                    member.id, by(member), m -> m.withdraw("we stop", member.owner, world.clock.instant()));
            world.fact(member, new Fact.Withdrew());
            return true;
        }
        if (random.nextDouble() >= member.character.zeal) {
            return false;
        }
        return switch (random.nextInt(6)) {
            case 0 -> againstTheProgramme(member, membership) || cases(member);
            case 1 -> cases(member) || actions(member);
            case 2 -> actions(member) || profile(member);
            case 3 -> profile(member) || visits(member);
            case 4 -> reviews.submit(member) || profile(member);
            default -> visits(member) || againstTheProgramme(member, membership);
        };
    }

    private boolean againstTheProgramme(Member member, Membership.Snapshot membership) {
        if (membership.state() == MembershipState.CANCELLED) {
            if (world.tries(() -> world.enrolment.memberships.change(
                    member.id, by(member), m -> m.appeal("we disagree", member.owner, world.clock.instant())))) {
                world.fact(member, new Fact.Appealed());
                return true;
            }
        }
        if (membership.state() == MembershipState.SUSPENDED) {
            return world.tries(() -> world.enrolment.decide.object(member.id, "we disagree", by(member)));
        }
        return false;
    }

    private boolean cases(Member member) {
        for (var id : world.enrolment.cases.openOf(member.id, 100)) {
            var of = world.enrolment.cases.look(id).orElseThrow();
            switch (of.state()) {
                case OPENED -> {
                    if (random.nextBoolean()) {
                        world.enrolment.followCases.readNotice(id, member.owner);
                        world.fact(member, new Fact.NoticeRead(world.about(of)));
                    } else {
                        answer(member, id, of);
                    }
                    return true;
                }
                case NOTICE_SERVED, ANSWER_PERIOD_OVER -> {
                    answer(member, id, of);
                    return true;
                }
                default -> {
                    if (member.character == Member.Character.CONTRADICTORY) {
                        world.mustRefuse(() -> answer(member, id, of), Refusal.WrongState.class);
                    }
                }
            }
        }
        return false;
    }

    private void answer(Member member, String id, ComplianceCase.Snapshot of) {
        world.enrolment.followCases.answer(id, "we did our best", by(member));
        world.fact(member, new Fact.NoticeAnswered(world.about(of)));
    }

    private boolean actions(Member member) {
        var state = world.assessments.state(member.id);
        if (state == Assessment.State.OPEN || state == Assessment.State.CLOSED) {
            return false;
        }
        for (var action : world.assessments.mustActions(member.id)) {
            var step = nextStep(action);
            if (step != null) {
                world.assessments.act(member.id, action.id(), step, member.owner);
                if (action.state() == CorrectiveAction.State.IN_PROGRESS) {
                    world.fact(member, new Fact.ActionHandedIn(action.id()));
                }
                return true;
            }
        }
        return false;
    }

    private static @Nullable ActionStep nextStep(CorrectiveAction action) {
        return switch (action.state()) {
            case PROPOSED -> ActionStep.agree("Security", "We will do it");
            case AGREED, REJECTED -> ActionStep.start();
            case IN_PROGRESS -> ActionStep.submit("Done");
            case SUBMITTED, VERIFIED -> null;
        };
    }

    private boolean profile(Member member) {
        var state = world.assessments.state(member.id);
        if (state != Assessment.State.REOPENED) {
            return false;
        }
        world.assessments.handIn(member.id, member.owner);
        world.fact(member, new Fact.ProfileHandedIn());
        return true;
    }

    private boolean visits(Member member) {
        for (var id : List.copyOf(member.visits)) {
            var visit = world.visits.look(id);
            if (visit.state() == VisitState.NOTIFIED) {
                if (random.nextDouble() < 0.2) {
                    world.visits.decline(id, member.owner);
                    world.fact(member, new Fact.SlotsDeclined(id));
                } else {
                    world.visits.agree(id, member.owner);
                    var validator = visit.schedule().slots().getFirst().officer();
                    world.fact(member, new Fact.SlotAgreed(id, validator));
                }
                return true;
            }
            if (visit.state() == VisitState.REPORT_ISSUED && !visit.isResponseOverdue(world.clock.instant())) {
                world.visits.answerReport(id, member.owner);
                world.fact(member, new Fact.ReportAnswered(id));
                return true;
            }
        }
        return false;
    }

    private static boolean lasts(Membership.Snapshot membership) {
        return membership.state() == MembershipState.ACTIVE || membership.state() == MembershipState.SUSPENDED;
    }

    private static Command by(Member member) {
        return Command.by(member.owner);
    }
}
