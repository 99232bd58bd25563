package org.trustedtrader.validation.visit;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.aggregate.Command;

/** The officer is there, or waits in vain. */
public final class ConductVisit {

    private final Visits visits;
    private final Clock clock;

    public ConductVisit(Visits visits, Clock clock) {
        this.visits = visits;
        this.clock = clock;
    }

    public Visit start(String id, List<PersonPresent> people, Command command) {
        return visits.change(id, command, visit -> visit.start(people, command.actor(), clock.instant()));
    }

    public Visit recordNoShow(String id, String reason, Command command) {
        return visits.change(id, command, visit -> visit.recordNoShow(reason, command.actor(), clock.instant()));
    }

    public Visit raiseFinding(
            String id, FindingKind kind, String area, @Nullable String criterion, String text, Command command) {
        return visits.change(
                id,
                command,
                visit -> visit.raiseFinding(kind, area, criterion, text, command.actor(), clock.instant()));
    }

    public Visit finish(String id, List<AreaRisk> areas, Command command) {
        return visits.change(id, command, visit -> visit.finishFieldwork(areas, command.actor(), clock.instant()));
    }
}
