package org.trustedtrader.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A {@code mongod} that is installed on this machine, as a single node with a data folder of ours. */
record MongodPart(LocalSettings settings, Path mongod) implements Part {

    @Override
    public String name() {
        return "mongodb";
    }

    @Override
    public String description() {
        return "installed " + mongod;
    }

    @Override
    public List<LocalPort> ports() {
        return List.of(LocalPort.MONGODB);
    }

    @Override
    public String url() {
        return "mongodb://127.0.0.1:" + settings.port(LocalPort.MONGODB);
    }

    @Override
    public ProcessBuilder program() throws IOException {
        Path data = Files.createDirectories(settings.state().resolve("data/mongodb/mongod"));
        return new ProcessBuilder(
                mongod.toString(),
                "--dbpath",
                data.toString(),
                "--bind_ip",
                "127.0.0.1",
                "--port",
                Integer.toString(settings.port(LocalPort.MONGODB)));
    }

    @Override
    public boolean ready() {
        return Probe.accepts(settings.port(LocalPort.MONGODB));
    }
}
