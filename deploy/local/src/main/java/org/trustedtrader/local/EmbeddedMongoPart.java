package org.trustedtrader.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@link EmbeddedMongo} as a program of its own. */
record EmbeddedMongoPart(LocalSettings settings) implements Part {
    private static final List<String> FLAGS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");

    private static final String HEAP = "TTP_EMBEDDED_MONGODB_HEAP";
    private static final String OF_VERSION_0 = "embedded.h2";

    @Override
    public String name() {
        return "mongodb";
    }

    @Override
    public String description() {
        return "embedded mongo-java-server, committing every write";
    }

    @Override
    public List<LocalPort> ports() {
        return List.of(LocalPort.MONGODB);
    }

    @Override
    public List<String> configuration() {
        return flags();
    }

    @Override
    public String url() {
        return "mongodb://127.0.0.1:" + settings.port(LocalPort.MONGODB);
    }

    @Override
    public void prepare(Progress progress) {
        if (Files.exists(folder().resolve(OF_VERSION_0))) {
            throw new LauncherException(
                    folder() + " was written by an earlier version and cannot be read. `./ttp reset` begins anew.");
        }
    }

    @Override
    public ProcessBuilder program() {
        return new ProcessBuilder(JavaCommand.ofMain(
                EmbeddedMongo.class, flags(), settings.port(LocalPort.MONGODB), folder().resolve("documents.h2")));
    }

    private List<String> flags() {
        return Stream.concat(Stream.of("-Xmx" + settings.find(HEAP).orElse("256m")), FLAGS.stream())
                .toList();
    }

    private Path folder() {
        return settings.state().resolve("data/mongodb");
    }

    @Override
    public boolean ready() {
        return Probe.accepts(settings.port(LocalPort.MONGODB));
    }
}
