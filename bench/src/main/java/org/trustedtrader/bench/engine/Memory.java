package org.trustedtrader.bench.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.trustedtrader.border.eligibility.PartnerStatus;
import org.trustedtrader.border.memory.BorderMemory;
import org.trustedtrader.border.policy.Policies;
import org.trustedtrader.border.snapshot.SnapshotFile;
import org.trustedtrader.border.status.BorderStatus;
import org.trustedtrader.border.test.World;
import org.trustedtrader.border.trader.Revision;

/** The engine's memory with a whole world in it: the only place where the bench knows how the engine is filled. */
public final class Memory {

    private final BorderStatus status;

    private Memory(BorderStatus status) {
        this.status = status;
    }

    public static Memory of(World world, Policies policies) {
        return new Memory(BorderStatus.load(policies, new Stored(world), Clock.systemUTC()));
    }

    /** The same from a file of {@link WorldSnapshot}, which takes a fraction of the time. */
    static Memory resume(Path snapshot, World world, Policies policies) throws IOException {
        var content = new SnapshotFile(snapshot).read().orElseThrow();
        return new Memory(BorderStatus.resume(
                content.image(), policies, new Stored(world), Clock.systemUTC(), PartnerStatus.NONE));
    }

    public BorderStatus status() {
        return status;
    }

    BorderMemory columns() {
        return status.memory();
    }

    /** A change while questions are answered. */
    public void apply(Revision revision) {
        status.apply(revision);
    }
}
