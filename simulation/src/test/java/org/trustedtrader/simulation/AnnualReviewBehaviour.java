package org.trustedtrader.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.trustedtrader.enrolment.annualreview.AnnualReview;
import org.trustedtrader.enrolment.annualreview.AnnualReview.CriterionStatement;
import org.trustedtrader.enrolment.annualreview.AnnualReview.RecordList;
import org.trustedtrader.enrolment.annualreview.AnnualReview.ReturnedItem;
import org.trustedtrader.enrolment.annualreview.AnnualReview.State;
import org.trustedtrader.enrolment.annualreview.AnnualReview.Statement;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.refusal.Refusal;
import org.trustedtrader.simulation.reference.Fact;

/** A company states its annual review, in time, late or never, with changes or without; an assessor accepts or returns it. */
final class AnnualReviewBehaviour {

    private static final double CHANGES = 0.2;
    private static final double RETURNS = 0.3;

    private final World world;
    private final RandomGenerator random;

    AnnualReviewBehaviour(World world, RandomGenerator random) {
        this.world = world;
        this.random = random;
    }

    /** @return whether the company submitted a review */
    boolean submit(Member member) {
        for (var review : world.enrolment.reviews.ofMembership(member.id)) {
            if (review.state() == State.OPEN || review.state() == State.RETURNED) {
                submit(member, review);
                return true;
            }
        }
        return false;
    }

    private void submit(Member member, AnnualReview review) {
        var id = review.id();
        var by = Command.by(member.owner);
        if (member.character == Member.Character.DISHONEST
                && review.snapshot().affirmations().isEmpty()) {
            world.mustRefuse(() -> world.enrolment.fileReview.submit(id, by), Refusal.RuleBroken.class);
        }
        var checklist = world.enrolment.fileReview.checklist(review);
        var statements = new ArrayList<CriterionStatement>();
        var changed = random.nextDouble() < CHANGES;
        for (var item : checklist.criteria()) {
            var criterion = item.criterion().id();
            statements.add(
                    changed && statements.isEmpty()
                            ? new CriterionStatement(
                                    criterion,
                                    Statement.CHANGED,
                                    "we do it otherwise now",
                                    item.criterion().scope())
                            : new CriterionStatement(
                                    criterion,
                                    Statement.AFFIRMED,
                                    null,
                                    item.criterion().scope()));
        }
        world.enrolment.fileReview.affirm(id, statements, by);
        for (var list : checklist.lists()) {
            world.enrolment.fileReview.confirm(id, list.list(), list.recordVersion(), by);
        }
        world.enrolment.fileReview.submit(id, by);
        world.fact(member, new Fact.ReviewSubmitted(review.snapshot().subject().anniversary(), changed));
    }

    /** @return whether the officer accepted or returned a review, or tried */
    boolean judge(Member member, Actor assessor) {
        for (var review : world.enrolment.reviews.ofMembership(member.id)) {
            if (review.state() == State.SUBMITTED) {
                var year = review.snapshot().subject().anniversary();
                var by = Command.by(assessor);
                if (random.nextDouble() < RETURNS) {
                    var items = List.of(new ReturnedItem(RecordList.SITES.name(), "one is missing"));
                    world.enrolment.judgeReview.giveBack(review.id(), items, by);
                    world.fact(member, new Fact.ReviewReturned(year));
                } else if (world.tries(() -> world.enrolment.judgeReview.accept(review.id(), "seen", by))) {
                    world.fact(member, new Fact.ReviewAccepted(year));
                }
                return true;
            }
        }
        return false;
    }

    /** An officer of the company would judge its own review. */
    void judgesItself(Member member) {
        for (var review : world.enrolment.reviews.ofMembership(member.id)) {
            if (review.state() == State.SUBMITTED) {
                var insider = new Actor("user:insider", Set.of("assessor"), member.owner.company());
                world.mustRefuse(
                        () -> world.enrolment.judgeReview.accept(review.id(), "ours", Command.by(insider)),
                        Refusal.RuleBroken.class);
            }
        }
    }
}
