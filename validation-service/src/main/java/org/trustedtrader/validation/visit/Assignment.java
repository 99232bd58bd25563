package org.trustedtrader.validation.visit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/**
 * Which officers carry out a visit: the officer of the agreed slot, until another one takes over.
 *
 * @param schedule  with the officers of the slots
 * @param takeOvers in order of time
 */
public record Assignment(Schedule schedule, List<Deviations.TakeOver> takeOvers) {

    /** Everybody who carried out the visit, who leads it now last: nobody until a slot is agreed. */
    public List<String> validators() {
        return Stream.concat(schedule.agreedSlot().map(Slot::officer).stream(), successors())
                .distinct()
                .toList();
    }

    /** The officer who carries out the visit: nobody until a slot is agreed. */
    public Optional<String> lead() {
        return successors()
                .reduce((earlier, later) -> later)
                .or(() -> schedule.agreedSlot().map(Slot::officer));
    }

    /** The officers who would come, or have carried it out. */
    public List<String> officers() {
        return Stream.concat(schedule.officers().stream(), successors())
                .distinct()
                .toList();
    }

    void mustBeLedBy(Actor actor) {
        if (lead().filter(actor.id()::equals).isEmpty()) {
            throw new Refusal.NotAllowed(Message.of("validation.only-the-assigned-officer"));
        }
    }

    /** Another officer than those who carried out the visit decides on a dispute about it. */
    void mustNotInclude(Actor actor) {
        if (validators().contains(actor.id())) {
            throw new Refusal.NotAllowed(Message.of("validation.dispute.another-officer"));
        }
    }

    /** An officer takes over who does not lead yet, is on the roster and has no conflict of interest. */
    void mustAllowTakeOver(String officer, String company, Validators validators) {
        if (lead().filter(officer::equals).isPresent()) {
            throw new Refusal.RuleBroken("officer-leads-already", Message.of("validation.take-over.leads-already"));
        }
        validators.objection(officer, company).ifPresent(objection -> {
            throw new Refusal.RuleBroken(
                    objection.rule(),
                    objection.reason(),
                    List.of(new Refusal.Violation("officer", objection.reason())));
        });
    }

    private Stream<String> successors() {
        return takeOvers.stream().map(Deviations.TakeOver::officer);
    }
}
