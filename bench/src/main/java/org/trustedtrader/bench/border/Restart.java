package org.trustedtrader.bench.border;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.trustedtrader.bench.crowd.Changes;
import org.trustedtrader.bench.process.Pause;
import org.trustedtrader.border.test.Asker;
import org.trustedtrader.border.test.World;
import org.trustedtrader.local.LocalPlatform;

/** Kills the service and lets it start again, with its snapshot as old as it happens to be and changes going on. */
final class Restart {

    private static final String SERVICE = "benefits";
    private static final Duration BOUND = Duration.ofMinutes(5);
    private static final Duration SOON = Duration.ofMillis(5);
    private static final int LATEST = 50;
    private static final int ANY = 50;

    private final LocalPlatform platform;
    private final World world;
    private final Changes changes;
    private final Lane lane;

    Restart(LocalPlatform platform, World world, Changes changes, Lane lane) {
        this.platform = platform;
        this.world = world;
        this.changes = changes;
        this.lane = lane;
    }

    /**
     * From the start of the process until it is ready and has given right answers about those who changed last before the
     * kill and about others.
     *
     * @return seconds
     */
    double measure() {
        platform.kill(SERVICE);
        var killed = Instant.now();
        var asked = asked();
        var began = System.nanoTime();
        platform.start(SERVICE);
        lane.awaitRightAnswers(asked, killed, BOUND);
        while (!platform.ready(SERVICE)) {
            Pause.of(SOON);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private List<Asker.Asked> asked() {
        List<Asker.Asked> asked = new ArrayList<>();
        changes.latest(LATEST).forEach(trader -> asked.add(Questions.about(world, trader)));
        var asker = new Asker(world, 3, Questions.UNIFORM);
        for (int i = 0; i < ANY; i++) {
            asked.add(asker.next());
        }
        return asked;
    }
}
