package org.trustedtrader.local.command;

import java.time.Duration;
import java.util.List;
import org.trustedtrader.local.LocalPlatform;
import org.trustedtrader.local.PlatformPlan;

/**
 * Records how our programs start, in AOT caches of the JDK, and says what that gained. Worth a minute for whoever
 * starts the same build often; a new build is unrecorded again.
 */
final class RecordStarts implements Command {

    @Override
    public String name() {
        return "record";
    }

    @Override
    public String help() {
        return "make later starts of this build faster (takes a minute or two)";
    }

    @Override
    public int run(Checkout checkout, List<String> arguments) throws Exception {
        Up.start(checkout, PlatformPlan.ALL);
        LocalPlatform platform =
                checkout.plan(PlatformPlan.ALL).recordingStarts().platform();
        System.out.println("recording");
        platform.stopServices();
        Duration before = timed(() -> platform.start(new ConsoleProgress()));
        System.out.println("writing what was recorded");
        platform.stopServices();
        Duration after = timed(() -> platform.start(new ConsoleProgress()));
        System.out.println("our programs are ready after %.1f s; it was %.1f s while recording"
                .formatted(after.toMillis() / 1e3, before.toMillis() / 1e3));
        return 0;
    }

    private static Duration timed(Runnable task) {
        long began = System.nanoTime();
        task.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
