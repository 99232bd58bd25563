package org.trustedtrader.local.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trustedtrader.local.LocalPlatform;

/** Measures the border and its peers side by side; starts everything it needs itself, on free ports, and ends it. */
final class Bench implements Command {
    private static final List<String> MODULES = List.of("benefits-service", "gateway", "bench/naive", "bench");
    private static final String PROGRAM = "org.trustedtrader.bench.BenchProgram";

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public String help() {
        return "[--quick] [--only A,B] [--rounds N] [--seconds N] [--traders N]: measure, see bench/README.md";
    }

    @Override
    public int run(Checkout checkout, List<String> arguments) throws Exception {
        new Build(checkout.root()).bringUpToDate(MODULES);
        Path module = checkout.root().resolve("bench");
        Path jar = LocalPlatform.jarOf(checkout.root(), "bench").orElseThrow();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-XX:+UseSerialGC",
                "-Dttp.root=" + checkout.root(),
                "-cp",
                jar + ":" + module.resolve("target/lib") + "/*",
                PROGRAM));
        command.addAll(arguments);
        ProcessBuilder program =
                new ProcessBuilder(command).directory(checkout.root().toFile()).inheritIO();
        program.environment().putAll(checkout.platform().settings().choices());
        Process bench = program.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(bench)));
        return bench.waitFor();
    }

    /** After an interrupt or another end, the prompt returns when no process is left running. */
    private static void end(Process bench) {
        bench.destroy();
        bench.onExit().join();
    }
}
