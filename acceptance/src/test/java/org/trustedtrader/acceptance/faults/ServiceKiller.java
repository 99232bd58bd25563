package org.trustedtrader.acceptance.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.trustedtrader.acceptance.client.Polling;
import org.trustedtrader.acceptance.client.UnexpectedResponseException;
import org.trustedtrader.local.LocalPlatform;

/** Has one service killed with SIGKILL at one named point after the other, starting it again each time. */
final class ServiceKiller implements Runnable {

    static final List<String> POINTS = List.of(
            "before-commit", "after-commit", "before-publish", "after-publish", "before-handle", "before-acknowledge");

    /** Two services are killed at a time, and what one has to hear comes from the other only while that one lives. */
    private static final Duration UNTIL_REACHED = Duration.ofSeconds(240);

    private static final int LATEST = 4;

    private final LocalPlatform parts;
    private final String service;
    private final List<RepeatedCommand> errands;
    private final int times;
    private final Random random;
    private final AtomicInteger kills = new AtomicInteger();

    /**
     * @param errands pass the points, however long the other work of that service stands still
     * @param times   how often at each point
     */
    ServiceKiller(LocalPlatform parts, String service, List<RepeatedCommand> errands, int times) {
        this.parts = parts;
        this.service = service;
        this.errands = errands;
        this.times = times;
        this.random = new Random(service.hashCode());
    }

    int kills() {
        return kills.get();
    }

    @Override
    public void run() {
        try {
            for (int round = 0; round < times; round++) {
                POINTS.forEach(this::killAt);
            }
        } finally {
            parts.kill(service);
            parts.start(service);
            parts.awaitReady(service);
            errands.forEach(RepeatedCommand::end);
        }
    }

    /** The n-th time that the point is passed; what came before was answered, what comes after has to be sent again. */
    private void killAt(String point) {
        var nth = 1 + random.nextInt(LATEST);
        parts.kill(service);
        parts.start(service, Map.of("TTP_CRASH_AT", point + ":" + nth));
        try {
            Polling.until(service + " dies " + point, UNTIL_REACHED, this::aliveAndBusy, alive -> !alive);
        } catch (UnexpectedResponseException e) {
            throw new AssertionError(service + " never came to " + point + " for the " + nth + "th time", e);
        }
        kills.incrementAndGet();
    }

    private boolean aliveAndBusy() {
        errands.forEach(RepeatedCommand::goOn);
        return parts.alive(service);
    }
}
