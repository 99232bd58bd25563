package org.trustedtrader.local.command;

import java.util.List;
import org.trustedtrader.local.LocalPlatform;

/** Says what runs, and where; exit status 3 unless everything is ready. */
final class Status implements Command {

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String help() {
        return "what runs, and where";
    }

    @Override
    public int run(Checkout checkout, List<String> arguments) {
        Command.refuse(this, arguments);
        LocalPlatform platform = checkout.platform();
        platform.given()
                .forEach((name, url) -> System.out.println("  %-11s given                %s".formatted(name, url)));
        boolean all = true;
        for (String name : platform.names()) {
            boolean ready = platform.ready(name);
            all &= ready;
            String state = platform.pid(name)
                    .map(pid -> (ready ? "ready" : "not ready") + " (pid " + pid + ")")
                    .orElse("not running");
            System.out.println("  %-11s %-20s %s".formatted(name, state, platform.description(name)));
        }
        return all ? 0 : 3;
    }
}
