package org.trustedtrader.bench.engine;

import java.time.Clock;
import org.trustedtrader.border.keeping.BorderStatus;
import org.trustedtrader.border.memory.BorderMemory;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.test.World;
import org.trustedtrader.border.trader.Known;

/** The engine's memory with a whole world in it: the only place where the bench knows how the engine is filled. */
public final class Memory {

    private final BorderStatus status;

    private Memory(BorderStatus status) {
        this.status = status;
    }

    public static Memory of(World world, Policies policies) {
        return new Memory(BorderStatus.load(policies, new Stored(world), Clock.systemUTC()));
    }

    public BorderStatus status() {
        return status;
    }

    BorderMemory columns() {
        return status.memory();
    }

    /** A change while questions are answered. */
    public void takeIn(Known known) {
        status.takeIn(known);
    }
}
