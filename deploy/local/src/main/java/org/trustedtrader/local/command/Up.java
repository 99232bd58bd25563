package org.trustedtrader.local.command;

import java.io.IOException;
import java.util.List;
import org.trustedtrader.local.LauncherException;
import org.trustedtrader.local.LocalPlatform;
import org.trustedtrader.local.PlatformPlan;

/** Builds what is not built, starts what does not run, and says where everything is. */
final class Up implements Command {

    @Override
    public String name() {
        return "up";
    }

    @Override
    public String help() {
        return "[NAME…] [--replicas N]: build and start everything (or these parts) on this machine; keeps its data";
    }

    @Override
    public int run(Checkout checkout, List<String> arguments) throws IOException {
        List<String> unknown = arguments.stream()
                .filter(name -> !PlatformPlan.ALL.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw new LauncherException("There is no part " + unknown + "; there are " + PlatformPlan.ALL + ".");
        }
        LocalPlatform platform = start(checkout, arguments.isEmpty() ? PlatformPlan.ALL : arguments);
        System.out.println();
        System.out.println(StartSummary.of(platform));
        return 0;
    }

    static LocalPlatform start(Checkout checkout, List<String> names) throws IOException {
        long began = System.nanoTime();
        LocalPlatform platform = checkout.platform(names);
        platform.requireFreePorts();
        new Build(checkout.root()).bringUpToDate(platform.modules());
        platform.given().forEach((name, url) -> System.out.println("  %-11s given         %s".formatted(name, url)));
        platform.start(new ConsoleProgress());
        System.out.println("up after %.0f s".formatted((System.nanoTime() - began) / 1e9));
        return platform;
    }
}
