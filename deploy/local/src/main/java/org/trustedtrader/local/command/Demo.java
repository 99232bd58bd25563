package org.trustedtrader.local.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trustedtrader.local.LocalPlatform;
import org.trustedtrader.local.PlatformPlan;

/** Starts the platform if it does not run, then plays the whole story through its gateway. */
final class Demo implements Command {
    private static final String MODULE = "acceptance";

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String help() {
        return "[--json]: `up` if needed, then the whole story, step by step";
    }

    @Override
    public int run(Checkout checkout, List<String> arguments) throws Exception {
        LocalPlatform platform = ready(checkout, arguments.contains("--json"));
        Build build = new Build(checkout.root());
        StandardOutput.toStandardErrorIf(arguments.contains("--json"), () -> build.bringUpToDate(List.of(MODULE)));
        Path jar = build.jar(MODULE).orElseThrow();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-jar"));
        command.add(jar.toString());
        command.addAll(arguments);
        ProcessBuilder demo =
                new ProcessBuilder(command).directory(checkout.root().toFile()).inheritIO();
        demo.environment().putAll(checkout.addresses(platform));
        return demo.start().waitFor();
    }

    /** What a machine reads must be nothing but JSON. */
    private static LocalPlatform ready(Checkout checkout, boolean quiet) throws Exception {
        LocalPlatform platform = checkout.platform();
        if (!platform.names().stream().allMatch(platform::ready)) {
            StandardOutput.toStandardErrorIf(quiet, () -> Up.start(checkout, PlatformPlan.ALL));
        }
        return platform;
    }
}
