package org.trustedtrader.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One of our own programs.
 *
 * @param record whether its start is recorded for faster ones, at the price of a slower end
 */
record ServicePart(
        LocalSettings settings, String name, Set<String> after, Map<String, String> environment, boolean record)
        implements Part {
    private static final List<String> FLAGS =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED");

    private static final String SERVICE_FLAGS = "TTP_SERVICE_FLAGS";

    private static final String PREPARED = "-Dspring.aot.enabled=true";

    /** Settings that add beans of Spring's, such as where traces go, which a start prepared by the build cannot. */
    private static final String ADDS_BEANS = "MANAGEMENT_";

    /** The folder whose jar is run. */
    String module() {
        return name.equals("gateway") ? name : Replicas.serviceOf(name) + "-service";
    }

    private LocalPort port() {
        return Replicas.portOf(name);
    }

    private LocalPort healthPort() {
        return name.equals("gateway") ? LocalPort.GATEWAY_MANAGEMENT : port();
    }

    @Override
    public String description() {
        return url();
    }

    @Override
    public List<LocalPort> ports() {
        return Stream.concat(Stream.of(port(), healthPort()), Replicas.entrancePortOf(name).stream())
                .distinct()
                .toList();
    }

    @Override
    public List<String> configuration() {
        List<String> settingsInUse = new ArrayList<>();
        new TreeMap<>(environment).forEach((name, value) -> settingsInUse.add(name + "=" + value));
        settings.find(SERVICE_FLAGS).ifPresent(settingsInUse::add);
        return settingsInUse;
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + settings.port(port());
    }

    @Override
    public void prepare(Progress progress) throws IOException {
        Files.createDirectories(settings.historyHeads());
        bootJar().takeApart();
    }

    @Override
    public boolean outdated(Instant started) throws IOException {
        return bootJar().builtAfter(started);
    }

    @Override
    public ProcessBuilder program() throws IOException {
        ProcessBuilder program = new ProcessBuilder();
        program.environment().putAll(environment);
        program.environment().put("SERVER_PORT", Integer.toString(settings.port(port())));
        BootJar jar = bootJar();
        boolean prepared = jar.startPrepared()
                && program.environment().keySet().stream().noneMatch(name -> name.startsWith(ADDS_BEANS));
        return program.command(jar.command(flags(prepared), record));
    }

    private List<String> flags(boolean prepared) {
        List<String> flags = new ArrayList<>(FLAGS);
        if (prepared) {
            flags.add(PREPARED);
        }
        settings.find(SERVICE_FLAGS).ifPresent(more -> flags.addAll(List.of(more.split("\\s+"))));
        return flags;
    }

    boolean startRecorded() throws IOException {
        return bootJar().startRecorded();
    }

    private BootJar bootJar() throws IOException {
        return new BootJar(jarOf(settings.root(), module())
                .orElseThrow(() -> new LauncherException(name + " is not built: there is no jar in "
                        + settings.root().resolve(module()).resolve("target") + ".")));
    }

    static Optional<Path> jarOf(Path root, String module) throws IOException {
        Path target = root.resolve(module).resolve("target");
        String name = Path.of(module).getFileName().toString();
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> {
                        String text = file.getFileName().toString();
                        return text.startsWith(name + "-") && text.endsWith(".jar");
                    })
                    .findFirst();
        }
    }

    @Override
    public boolean ready() {
        return Probe.answersOk("http://127.0.0.1:" + settings.port(healthPort()) + "/actuator/health/readiness");
    }
}
