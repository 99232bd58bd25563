package org.trustedtrader.enrolment.clock;

import java.time.Clock;
import java.time.Duration;
import org.trustedtrader.platform.aggregate.Command;
import org.trustedtrader.platform.message.Message;
import org.trustedtrader.platform.refusal.Refusal;

/** Moves the programme's time forwards; possible in a demonstration only. */
public final class MoveProgrammeClock {

    private final ProgrammeClocks clocks;
    private final boolean movable;
    private final Clock clock;

    public MoveProgrammeClock(ProgrammeClocks clocks, boolean movable, Clock clock) {
        this.clocks = clocks;
        this.movable = movable;
        this.clock = clock;
    }

    public boolean movable() {
        return movable;
    }

    public ClockMovements by(Duration forward, Command command) {
        if (!movable) {
            throw new Refusal.RuleBroken("clock-not-movable", Message.of("enrolment.clock.not-movable"));
        }
        if (clocks.find(ClockMovements.ID).isEmpty()) {
            try {
                return clocks.create(ClockMovements.first(forward, command.actor(), clock.instant()), command);
            } catch (Refusal.AlreadyExists movedMeanwhile) {
                return move(forward, command);
            }
        }
        return move(forward, command);
    }

    private ClockMovements move(Duration forward, Command command) {
        return clocks.change(ClockMovements.ID, command, c -> c.move(forward, command.actor(), clock.instant()));
    }
}
