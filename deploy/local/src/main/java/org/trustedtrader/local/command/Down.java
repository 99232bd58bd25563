package org.trustedtrader.local.command;

import java.util.List;
import org.trustedtrader.local.LocalPlatform;

/** Ends exactly what {@code up} started; the data stay. */
final class Down implements Command {

    @Override
    public String name() {
        return "down";
    }

    @Override
    public String help() {
        return "stop what `up` started; the data stay";
    }

    @Override
    public int run(Checkout checkout, List<String> arguments) {
        Command.refuse(this, arguments);
        LocalPlatform platform = checkout.platform();
        List<String> running = platform.running();
        if (!running.isEmpty() && !platform.startsRecorded()) {
            System.out.println(
                    "The first orderly stop of a build writes its start caches; this takes about a minute, on a busy"
                            + " machine some more; later ones take seconds.");
        }
        platform.stop();
        System.out.println(running.isEmpty() ? "Nothing was running." : "Stopped " + String.join(", ", running) + ".");
        return 0;
    }
}
