package org.trustedtrader.local.command;

import java.io.IOException;
import java.util.List;
import org.trustedtrader.local.LocalPlatform;

/** Builds what is not built, starts what does not run, and says where everything is. */
final class Up implements Command {

    @Override
    public String name() {
        return "up";
    }

    @Override
    public String help() {
        return "build and start everything on this machine; keeps its data";
    }

    @Override
    public int run(Checkout checkout, List<String> arguments) throws IOException {
        start(checkout);
        return 0;
    }

    static LocalPlatform start(Checkout checkout) throws IOException {
        long began = System.nanoTime();
        new Build(checkout.root()).bringUpToDate(Build.SERVICES);
        LocalPlatform platform = checkout.platform();
        platform.given().forEach((name, url) -> System.out.println("  %-11s given         %s".formatted(name, url)));
        platform.start(new Lines());
        System.out.println("up after %.0f s".formatted((System.nanoTime() - began) / 1e9));
        System.out.println();
        System.out.println(Greeting.of(platform));
        return platform;
    }
}
