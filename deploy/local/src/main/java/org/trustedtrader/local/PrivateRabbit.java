package org.trustedtrader.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An installed RabbitMQ as a node of our own: own data, cookie and ports, no plugins, nothing shared with a broker
 * that already runs on this machine. Its name service (epmd) listens on a port of ours and is ended with it.
 */
record PrivateRabbit(LocalSettings settings, Path server) implements Part {

    static Optional<Path> installed(LocalSettings settings) {
        // Debian's script on the PATH insists on another user; the one that it calls does not.
        return settings.find("TTP_RABBITMQ_SERVER")
                .map(Path::of)
                .or(() -> Optional.of(Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server"))
                        .filter(Files::isExecutable))
                .or(() -> InstalledPrograms.find("rabbitmq-server", "/usr/local/sbin", "/opt/homebrew/sbin"));
    }

    @Override
    public String name() {
        return "rabbitmq";
    }

    @Override
    public String description() {
        return "installed RabbitMQ as a private node, " + server;
    }

    @Override
    public List<LocalPort> ports() {
        return List.of(LocalPort.RABBITMQ, LocalPort.RABBITMQ_DISTRIBUTION);
    }

    @Override
    public String url() {
        return "amqp://guest:guest@127.0.0.1:" + settings.port(LocalPort.RABBITMQ);
    }

    private Path home() {
        return settings.state().resolve("data/rabbitmq/node").toAbsolutePath();
    }

    @Override
    public void prepare(Progress progress) throws IOException {
        Files.createDirectories(home());
        Files.writeString(
                home().resolve("rabbit.conf"),
                "listeners.tcp.1 = 127.0.0.1:" + settings.port(LocalPort.RABBITMQ) + "\n");
        Files.writeString(home().resolve("plugins"), "[].\n");
        Files.writeString(home().resolve("environment"), "");
    }

    @Override
    public ProcessBuilder program() {
        ProcessBuilder program = new ProcessBuilder(server.toString());
        program.environment().keySet().removeIf(name -> name.startsWith("RABBITMQ_"));
        program.environment()
                .putAll(Map.ofEntries(
                        Map.entry("HOME", home().toString()),
                        // makes the script become the broker instead of waiting for it
                        Map.entry("RUNNING_UNDER_SYSTEMD", "true"),
                        Map.entry("RABBITMQ_NODENAME", "ttp@localhost"),
                        Map.entry(
                                "RABBITMQ_MNESIA_BASE", home().resolve("mnesia").toString()),
                        Map.entry("RABBITMQ_LOG_BASE", home().resolve("log").toString()),
                        Map.entry("RABBITMQ_LOGS", "-"),
                        Map.entry("RABBITMQ_DIST_PORT", port(LocalPort.RABBITMQ_DISTRIBUTION)),
                        Map.entry(
                                "RABBITMQ_CONFIG_FILE", home().resolve("rabbit").toString()),
                        Map.entry(
                                "RABBITMQ_CONF_ENV_FILE",
                                home().resolve("environment").toString()),
                        Map.entry(
                                "RABBITMQ_ENABLED_PLUGINS_FILE",
                                home().resolve("plugins").toString()),
                        Map.entry("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "-kernel inet_dist_use_interface {127,0,0,1}"),
                        Map.entry("ERL_EPMD_ADDRESS", "127.0.0.1"),
                        Map.entry("ERL_EPMD_PORT", port(LocalPort.RABBITMQ_EPMD))));
        return program;
    }

    private String port(LocalPort port) {
        return Integer.toString(settings.port(port));
    }

    @Override
    public boolean ready() {
        return Probe.speaksAmqp(settings.port(LocalPort.RABBITMQ));
    }

    /** The name service puts itself into the background, so it is no child of the broker; it refuses while in use. */
    @Override
    public void afterStop() {
        InstalledPrograms.find("epmd", "/usr/lib/erlang/bin", "/usr/local/bin", "/opt/homebrew/bin")
                .ifPresent(epmd -> {
                    try {
                        new ProcessBuilder(epmd.toString(), "-port", port(LocalPort.RABBITMQ_EPMD), "-kill")
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start()
                                .waitFor(5, TimeUnit.SECONDS);
                    } catch (IOException e) {
                        throw new LauncherException("epmd cannot be stopped: " + e.getMessage(), e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }
}
