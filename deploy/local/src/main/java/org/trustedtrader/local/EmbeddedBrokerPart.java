package org.trustedtrader.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** {@link EmbeddedBroker} as a program of its own. */
record EmbeddedBrokerPart(LocalSettings settings) implements Part {
    private static final List<String> FLAGS =
            List.of("-Xmx256m", "-XX:MaxDirectMemorySize=128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    @Override
    public String name() {
        return "rabbitmq";
    }

    @Override
    public String description() {
        return "embedded Apache Qpid Broker-J";
    }

    @Override
    public List<LocalPort> ports() {
        return List.of(LocalPort.RABBITMQ);
    }

    @Override
    public String url() {
        return EmbeddedBroker.url(settings.port(LocalPort.RABBITMQ));
    }

    @Override
    public ProcessBuilder program() throws IOException {
        return new ProcessBuilder(JavaCommand.ofMain(
                EmbeddedBroker.class,
                FLAGS,
                settings.port(LocalPort.RABBITMQ),
                Files.createDirectories(settings.state().resolve("data/rabbitmq/embedded"))));
    }

    @Override
    public boolean ready() {
        return Probe.speaksAmqp(settings.port(LocalPort.RABBITMQ));
    }
}
