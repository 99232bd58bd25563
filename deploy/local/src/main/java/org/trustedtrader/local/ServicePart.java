package org.trustedtrader.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One of our own programs, in the demo profile.
 *
 * @param module the folder whose jar is run
 * @param shared what all of our programs are told
 */
record ServicePart(LocalSettings settings, String name, String module, Set<String> after, Map<String, String> shared)
        implements Part {
    private static final List<String> FLAGS = List.of("-Xmx256m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8");

    static String secretOf(String client) {
        return "demo-only-" + client;
    }

    @Override
    public String description() {
        return url();
    }

    @Override
    public List<LocalPort> ports() {
        return List.of(port());
    }

    private LocalPort port() {
        return LocalPort.valueOf(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public String url() {
        return "http://127.0.0.1:" + settings.port(port());
    }

    @Override
    public ProcessBuilder program() throws IOException {
        ProcessBuilder program = new ProcessBuilder(JavaProgram.ofJar(jar(), FLAGS));
        Map<String, String> environment = program.environment();
        environment.putAll(shared);
        environment.put("SERVER_PORT", Integer.toString(settings.port(port())));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SPRING_PROFILES_ACTIVE", "demo");
        environment.put("TTP_SERVICE_SECRET", secretOf(name.equals("gateway") ? "portal" : name + "-service"));
        return program;
    }

    private Path jar() throws IOException {
        Path target = settings.root().resolve(module).resolve("target");
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                var jar = files.filter(file -> {
                            String text = file.getFileName().toString();
                            return text.startsWith(module + "-") && text.endsWith(".jar");
                        })
                        .findFirst();
                if (jar.isPresent()) {
                    return jar.get();
                }
            }
        }
        throw new PlatformTrouble(name + " is not built: there is no jar in " + target + ".");
    }

    @Override
    public boolean ready() {
        return Probe.answersOk(url() + "/actuator/health/readiness");
    }
}
