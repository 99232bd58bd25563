package org.trustedtrader.validation.visit;

import java.time.Clock;
import org.trustedtrader.platform.aggregate.Command;

/** The officer writes what was found, and the company is given it. */
public final class ReportOnVisit {

    private final Visits visits;
    private final VisitTerms terms;
    private final Clock clock;

    public ReportOnVisit(Visits visits, VisitTerms terms, Clock clock) {
        this.visits = visits;
        this.terms = terms;
        this.clock = clock;
    }

    public Visit draft(String id, String summary, Command command) {
        return visits.change(id, command, visit -> visit.draftReport(summary, command.actor(), clock.instant()));
    }

    public Visit issue(String id, Command command) {
        return visits.change(id, command, visit -> visit.issueReport(terms, command.actor(), clock.instant()));
    }

    public Visit acknowledge(String id, Command command) {
        return visits.change(id, command, visit -> visit.acknowledgeReport(command.actor(), clock.instant()));
    }

    public Visit extend(String id, int days, String reason, Command command) {
        return visits.change(
                id, command, visit -> visit.extendResponse(days, reason, command.actor(), clock.instant()));
    }
}
