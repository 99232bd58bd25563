package org.trustedtrader.gateway.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.trustedtrader.local.LocalPlatform;
import org.trustedtrader.local.LocalPort;
import org.trustedtrader.local.PlatformPlan;
import org.trustedtrader.local.Progress;

/** The real Keycloak with the demo's realm, started once for all tests of this JVM and ended with it. */
public final class RealKeycloak {

    private static final LocalPlatform PLATFORM = start();

    private RealKeycloak() {}

    private static LocalPlatform start() {
        try {
            Path state = Files.createTempDirectory(Path.of("target"), "keycloak");
            LocalPlatform platform =
                    PlatformPlan.in(state).only("keycloak").onFreePorts().platform();
            Runtime.getRuntime().addShutdownHook(new Thread(platform::close));
            platform.start(Progress.SILENT);
            return platform;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String realm() {
        return PLATFORM.settings().issuer();
    }

    public static String openId(String path) {
        return realm() + "/protocol/openid-connect/" + path;
    }

    /** Where this Keycloak sends browsers back to. */
    public static String gatewayUrl() {
        return PLATFORM.settings().gatewayUrl();
    }

    public static int gatewayPort() {
        return PLATFORM.settings().port(LocalPort.GATEWAY);
    }
}
