package org.trustedtrader.local.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.trustedtrader.local.LocalPlatform;
import org.trustedtrader.local.PlatformPlan;

/** The folder in which {@code ./ttp} lies, and what was overrides on the command line. */
record Checkout(Path root, Map<String, String> overrides) {

    Path state() {
        return root.resolve(".ttp");
    }

    LocalPlatform platform() {
        return platform(PlatformPlan.ALL);
    }

    LocalPlatform platform(List<String> names) {
        return plan(names).platform();
    }

    PlatformPlan plan(List<String> names) {
        PlatformPlan plan = PlatformPlan.in(root, state()).recordingStarts().only(names.toArray(String[]::new));
        overrides.forEach(plan::with);
        return plan;
    }

    /** Where programs that talk to the running platform find it. */
    Map<String, String> addresses(LocalPlatform platform) {
        return Map.of(
                "TTP_GATEWAY_URL", platform.settings().gatewayUrl(),
                "TTP_ISSUER", platform.settings().issuer(),
                "TTP_RABBITMQ_URL", platform.url("rabbitmq"),
                "TTP_MONGODB_URI", platform.url("mongodb"));
    }

    static List<String> without(List<String> arguments, String flag) {
        return arguments.stream().filter(argument -> !argument.equals(flag)).toList();
    }
}
