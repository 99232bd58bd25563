package org.trustedtrader.validation.visit;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustedtrader.platform.aggregate.Actor;
import org.trustedtrader.platform.refusal.Refusal;

/** What a command on a visit needs: the right state, the right person, the right time. */
final class Guards {

    private Guards() {}

    static void possibleIn(VisitFile visit, String command, Set<VisitState> states) {
        if (!states.contains(visit.state())) {
            throw new Refusal.WrongState(
                    command,
                    visit.state().name(),
                    states.stream().sorted().map(Enum::name).collect(Collectors.joining(", ")));
        }
    }

    static void mustBeTheCompany(VisitFile visit, Actor actor) {
        if (!actor.belongsTo(visit.origin().company())) {
            throw new Refusal.NotAllowed("Only the company itself does this.");
        }
    }

    static void mustBeAssigned(VisitFile visit, Actor actor) {
        if (!visit.validators().contains(actor.id())) {
            throw new Refusal.NotAllowed("Only the officer who is assigned to this visit does this.");
        }
    }

    static void mustHaveBegun(VisitFile visit, String command, Instant now) {
        var start = visit.schedule().agreedSlot().orElseThrow().startsAt();
        if (now.isBefore(start)) {
            throw new Refusal.RuleBroken(
                    "visit-not-begun", "You cannot " + command + " this visit before " + start + ".");
        }
    }

    static void mustBeInTime(VisitFile visit, Instant now) {
        if (visit.responseIsOverdue(now)) {
            throw new Refusal.RuleBroken(
                    "response-overdue",
                    "The time for a response ended on " + visit.respondBy().orElseThrow()
                            + ". Ask the validator for an extension.");
        }
    }
}
