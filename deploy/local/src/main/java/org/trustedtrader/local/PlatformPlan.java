package org.trustedtrader.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a local platform consists of, and where; the plan of {@code ./ttp up} and of every test that runs the whole. */
public final class PlatformPlan {
    /** Parts first, then the programs of ours; the names by which everything can be started and stopped. */
    public static final List<String> ALL =
            List.of("mongodb", "rabbitmq", "keycloak", "enrolment", "assessment", "validation", "benefits", "gateway");

    private final Path root;
    private final Path state;
    private final Map<String, String> settings = new HashMap<>();
    private final Map<String, Map<String, String>> environments = new HashMap<>();
    private List<String> names = ALL;
    private boolean record;

    private PlatformPlan(Path root, Path state) {
        this.root = root;
        this.state = state;
    }

    /** Everything, on the usual ports, with processes, logs and data kept in {@code state}. */
    public static PlatformPlan in(Path root, Path state) {
        return new PlatformPlan(root.toAbsolutePath().normalize(), state.toAbsolutePath());
    }

    /** In the checkout that the running program belongs to. */
    public static PlatformPlan in(Path state) {
        return in(checkout(), state);
    }

    static Path checkout() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("ttp")) && Files.exists(folder.resolve("pom.xml"))) {
                return folder;
            }
        }
        throw new LauncherException("This is not inside a checkout of the platform.");
    }

    /** Only these parts. */
    public PlatformPlan only(String... parts) {
        names = List.of(parts);
        return this;
    }

    /** A setting that goes before the environment, such as {@code TTP_BROKER} = {@code embedded}. */
    public PlatformPlan with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /** So many of the border service, {@code benefits}, {@code benefits-2} and so on, as far as that is part of the plan. */
    public PlatformPlan borderReplicas(int count) {
        return with(Replicas.SETTING, Integer.toString(count));
    }

    /** More environment for one of our programs, or for {@code "*"}: all of ours. */
    public PlatformPlan environment(String service, Map<String, String> more) {
        environments.computeIfAbsent(service, name -> new HashMap<>()).putAll(more);
        return this;
    }

    /**
     * Our programs record their first start after a build when they are stopped, so that later ones take less than half
     * the time; that stop takes some seconds more.
     */
    public PlatformPlan recordingStarts() {
        record = true;
        return this;
    }

    public PlatformPlan onFreePorts() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (LocalPort port : LocalPort.values()) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                held.add(socket);
                settings.put(port.setting(), Integer.toString(socket.getLocalPort()));
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
        } catch (IOException e) {
            throw new LauncherException("Cannot find free ports: " + e.getMessage(), e);
        }
        return this;
    }

    /** Consecutive ports from this one on, in the order of {@link LocalPort}. */
    public PlatformPlan onPortsFrom(int base) {
        for (LocalPort port : LocalPort.values()) {
            settings.put(port.setting(), Integer.toString(base + port.ordinal()));
        }
        return this;
    }

    /** Nothing is started by this. */
    public LocalPlatform platform() {
        LocalSettings all = LocalSettings.of(root, state, settings);
        PartSelection parts = new PartSelection(all);
        return new LocalPlatform(all, parts.choose(names, record), parts.given(), environments);
    }
}
