package org.trustedtrader.validation.visit;

import java.time.Clock;
import org.trustedtrader.platform.aggregate.Command;

/** Findings are answered and judged one by one, until the visit can be closed. */
public final class SettleVisit {

    private final Visits visits;
    private final Clock clock;

    public SettleVisit(Visits visits, Clock clock) {
        this.visits = visits;
        this.clock = clock;
    }

    public Visit respond(String id, String finding, String response, Command command) {
        return visits.change(id, command, visit -> visit.respond(finding, response, command.actor(), clock.instant()));
    }

    public Visit accept(String id, String finding, String comment, Command command) {
        return visits.change(
                id, command, visit -> visit.acceptResponse(finding, comment, command.actor(), clock.instant()));
    }

    public Visit dispute(String id, String finding, String comment, Command command) {
        return visits.change(
                id, command, visit -> visit.disputeResponse(finding, comment, command.actor(), clock.instant()));
    }

    public Visit resolve(String id, String finding, String comment, Command command) {
        return visits.change(
                id, command, visit -> visit.resolveFinding(finding, comment, command.actor(), clock.instant()));
    }

    public Visit close(String id, Outcome outcome, String reason, Command command) {
        return visits.change(id, command, visit -> visit.close(outcome, reason, command.actor(), clock.instant()));
    }
}
