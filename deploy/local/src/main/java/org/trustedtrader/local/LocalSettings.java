package org.trustedtrader.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What the local platform was told: by the caller, else by the environment, else in {@code ttp.properties}, else what
 * it used last time on the same data.
 */
public final class LocalSettings {
    private final Path root;
    private final Path state;
    private final Map<String, String> overrides;
    private final Map<String, String> values;

    private LocalSettings(Path root, Path state, Map<String, String> overrides) {
        this.root = root;
        this.state = state;
        this.overrides = overrides;
        this.values = settings(read(lastUsed(state)));
        values.putAll(overrides);
    }

    /**
     * @param root  the folder of the checkout
     * @param state where processes, logs and data are kept
     * @param overrides  settings that go before all others
     */
    public static LocalSettings of(Path root, Path state, Map<String, String> overrides) {
        Map<String, String> all = settings(read(root.resolve("ttp.properties")));
        all.putAll(settings(System.getenv()));
        all.putAll(settings(overrides));
        return new LocalSettings(root, state, all);
    }

    private static Map<String, String> settings(Map<String, String> source) {
        Map<String, String> settings = new HashMap<>();
        source.forEach((name, value) -> {
            if (name.startsWith("TTP_") && !value.isBlank()) {
                settings.put(name, value.trim());
            }
        });
        return settings;
    }

    private static Path lastUsed(Path state) {
        return state.resolve("ports.properties");
    }

    private static Map<String, String> read(Path file) {
        Map<String, String> values = new HashMap<>();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                Properties properties = new Properties();
                properties.load(reader);
                properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return values;
    }

    /** So that a later command without settings finds the platform where this one put it. */
    synchronized void remember() throws IOException {
        StringBuilder text = new StringBuilder("# Ports and replicas of the last start; deleted by a reset.\n");
        for (LocalPort port : LocalPort.values()) {
            text.append(port.setting()).append('=').append(port(port)).append('\n');
        }
        text.append(Replicas.SETTING).append('=').append(Replicas.wanted(this)).append('\n');
        Files.createDirectories(state);
        Files.writeString(lastUsed(state), text);
    }

    public Path root() {
        return root;
    }

    public Path state() {
        return state;
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * Everything that was overrides and is no port, for a program that chooses its parts by the same settings. What the last start
     * used was not overrides.
     */
    public Map<String, String> choices() {
        Map<String, String> choices = new HashMap<>(overrides);
        choices.keySet().removeIf(name -> name.startsWith("TTP_PORT_"));
        return choices;
    }

    public int port(LocalPort port) {
        String text = values.getOrDefault(port.setting(), Integer.toString(port.usual()));
        try {
            int number = Integer.parseInt(text);
            if (number > 0 && number < 65536) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new LauncherException(port.setting() + " is '" + text + "', which is no port (1 to 65535).");
    }

    public String gatewayUrl() {
        return "http://127.0.0.1:" + port(LocalPort.GATEWAY);
    }

    public String issuer() {
        return find("TTP_ISSUER")
                .orElseGet(() -> "http://127.0.0.1:" + port(LocalPort.KEYCLOAK) + "/realms/trusted-trader");
    }

    Path log(String part) {
        return state.resolve("logs").resolve(part + ".log");
    }

    /** Where each border replica keeps its status for a quick start. */
    public Path statusSnapshots() {
        return state.resolve("data/snapshot");
    }

    /** Where each border replica has a folder in which it journals its answers until they are in the database. */
    public Path decisionJournals() {
        return state.resolve("data/journal");
    }

    /** Where the services export the signed heads of every history. */
    public Path historyHeads() {
        return find("TTP_HISTORY_HEADS").map(Path::of).orElseGet(() -> state.resolve("data/history"));
    }

    /** Checks them: X.509, base64. */
    public String historyPublicKey() {
        return find("TTP_HISTORY_PUBLIC_KEY").orElse(ServiceEnvironment.HISTORY_PUBLIC_KEY);
    }

    /** Checks the lines of the live feed: X.509, base64. */
    public String feedPublicKey() {
        return ServiceEnvironment.FEED_PUBLIC_KEY;
    }

    /** The JDK that runs everything: the one that runs this program. */
    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
