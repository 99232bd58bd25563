package org.trustedtrader.local.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trustedtrader.local.LauncherException;
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
        return "[--json]: `up` if needed, then the whole story, step by step; with TTP_GATEWAY_URL against a platform elsewhere";
    }

    @Override
    public int run(Checkout checkout, List<String> arguments) throws Exception {
        LocalPlatform platform = checkout.platform();
        boolean elsewhere = platform.settings().find("TTP_GATEWAY_URL").isPresent();
        if (!elsewhere) {
            start(checkout, platform, arguments.contains("--json"));
        }
        Build build = new Build(checkout.root());
        StandardOutput.toStandardErrorIf(arguments.contains("--json"), () -> build.bringUpToDate(List.of(MODULE)));
        Path jar = build.jar(MODULE).orElseThrow();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-jar"));
        command.add(jar.toString());
        command.addAll(arguments);
        ProcessBuilder demo =
                new ProcessBuilder(command).directory(checkout.root().toFile()).inheritIO();
        if (!elsewhere) {
            demo.environment().putAll(checkout.addresses(platform));
        }
        return demo.start().waitFor();
    }

    /** Starts what does not run. With {@code --json} standard output holds JSON only. */
    private static void start(Checkout checkout, LocalPlatform platform, boolean json) throws Exception {
        if (platform.running().isEmpty() && platform.anotherAnswers()) {
            throw new LauncherException("A platform that was not started here, such as containers, answers at "
                    + platform.settings().gatewayUrl() + ". To play the story against it, set TTP_GATEWAY_URL="
                    + platform.settings().gatewayUrl() + " and, where they differ from the defaults, TTP_ISSUER and"
                    + " TTP_RABBITMQ_URL; --port-base N starts a platform of its own on other ports.");
        }
        if (!platform.names().stream().allMatch(platform::ready)) {
            StandardOutput.toStandardErrorIf(json, () -> Up.start(checkout, PlatformPlan.ALL));
        }
    }
}
