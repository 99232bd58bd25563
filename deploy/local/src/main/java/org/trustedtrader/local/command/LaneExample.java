package org.trustedtrader.local.command;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trustedtrader.local.LauncherException;

/** Runs a lane that keeps a copy of the running platform's status; it goes on when the platform is stopped. */
final class LaneExample implements Command {
    private static final String MODULE = "border-client";
    private static final String PROGRAM = "org.trustedtrader.border.client.example.LaneExample";

    @Override
    public String name() {
        return "lane-example";
    }

    @Override
    public String help() {
        return "[SECONDS]: a lane that asks its own copy each second, and goes on when the platform is stopped";
    }

    @Override
    public int run(Checkout checkout, List<String> arguments) throws Exception {
        Build build = new Build(checkout.root());
        build.bringUpToDate(List.of(MODULE));
        Path jar = build.jar(MODULE).orElseThrow(() -> new LauncherException(MODULE + " has not been built."));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                jar + File.pathSeparator + jar.resolveSibling("lib").resolve("*"),
                PROGRAM));
        command.addAll(arguments);
        ProcessBuilder lane = new ProcessBuilder(command).inheritIO();
        lane.environment()
                .put("TTP_FEED_PUBLIC_KEY", checkout.platform().settings().feedPublicKey());
        lane.environment().put("TTP_GATEWAY_URL", checkout.platform().settings().gatewayUrl());
        lane.environment().put("TTP_ISSUER", checkout.platform().settings().issuer());
        lane.environment()
                .put("TTP_LANE_FOLDER", checkout.state().resolve("lane-copy").toString());
        return lane.start().waitFor();
    }
}
