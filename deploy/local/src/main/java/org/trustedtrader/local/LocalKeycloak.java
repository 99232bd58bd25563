package org.trustedtrader.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The real Keycloak with the realm of the checkout. Programs come from the shared cache by links; the data folder is
 * ours. A realm is imported once, so the (demo) data are dropped when the realm file or the gateway's address changed.
 */
final class LocalKeycloak implements Part {
    static final String ADMIN = "admin";
    static final String ADMIN_PASSWORD = "demo-only-admin";

    private final LocalSettings settings;
    private final KeycloakDistribution distribution;
    private final Path realm;

    LocalKeycloak(LocalSettings settings) {
        this.settings = settings;
        Path cache = settings.find("TTP_CACHE")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "trusted-trader"));
        this.distribution = new KeycloakDistribution(cache, new Maven(settings.root()));
        this.realm = settings.root().resolve("deploy/keycloak/trusted-trader-realm.json");
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public String description() {
        return "Keycloak " + distribution.versionName() + ", " + url();
    }

    @Override
    public List<LocalPort> ports() {
        return List.of(LocalPort.KEYCLOAK, LocalPort.KEYCLOAK_MANAGEMENT);
    }

    @Override
    public List<String> configuration() {
        return List.of(settings.gatewayUrl());
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + settings.port(LocalPort.KEYCLOAK);
    }

    private Path home() {
        return settings.state().resolve("data/keycloak").toAbsolutePath();
    }

    @Override
    public void prepare(Progress progress) throws IOException {
        distribution.fetch(progress);
        Path stamp = home().resolve("imported");
        String now = fingerprint();
        if (Files.exists(stamp) && !Files.readString(stamp).equals(now)) {
            progress.note("keycloak", "the realm has changed and is imported afresh");
            Folders.delete(home());
        }
        Path imports = Files.createDirectories(home().resolve("data/import"));
        Files.copy(realm, imports.resolve("trusted-trader-realm.json"), StandardCopyOption.REPLACE_EXISTING);
        for (String folder : List.of("lib", "conf", "providers", "themes")) {
            Path link = home().resolve(folder);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, distribution.home().resolve(folder));
        }
        Files.writeString(stamp, now);
    }

    private String fingerprint() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(realm));
            digest.update(settings.gatewayUrl().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ProcessBuilder program() {
        ProcessBuilder program = new ProcessBuilder(KeycloakDistribution.command(
                home(),
                List.of(
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + settings.port(LocalPort.KEYCLOAK),
                        "--http-management-port=" + settings.port(LocalPort.KEYCLOAK_MANAGEMENT),
                        "--hostname=" + url(),
                        "--log-level=warn")));
        program.environment()
                .putAll(Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        ADMIN_PASSWORD,
                        "TTP_GATEWAY_URL",
                        settings.gatewayUrl(),
                        "TTP_GATEWAY_INTERNAL_URL",
                        settings.gatewayUrl()));
        return program;
    }

    @Override
    public boolean ready() {
        return Probe.answersOk("http://127.0.0.1:" + settings.port(LocalPort.KEYCLOAK_MANAGEMENT) + "/health/ready");
    }
}
