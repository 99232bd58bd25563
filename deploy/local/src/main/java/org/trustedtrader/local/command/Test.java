package org.trustedtrader.local.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.trustedtrader.local.LocalPlatform;
import org.trustedtrader.local.Maven;

/** The whole suite: compile, format check, and every test of every module. */
final class Test implements Command {
    private static final Pattern WORTH_SHOWING = Pattern.compile(
            "Tests run:.*|.*BUILD (SUCCESS|FAILURE).*|\\[ERROR].*|\\[INFO] Building .*\\[\\d+/\\d+].*|\\[ttp].*");

    @Override
    public String name() {
        return "test";
    }

    @Override
    public String help() {
        return "the whole suite: every test of every module, and the format check";
    }

    @Override
    public int run(Checkout checkout, List<String> arguments) throws Exception {
        String on = partsOf(checkout.platform());
        System.out.println("testing on: " + on);
        long began = System.nanoTime();
        Path log = Files.createDirectories(checkout.state().resolve("logs")).resolve("test.log");
        List<String> maven = new ArrayList<>(arguments);
        maven.add("verify");
        int status;
        try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(log))) {
            status = new Maven(checkout.root()).run(maven, line -> {
                file.println(line);
                if (WORTH_SHOWING
                        .matcher(line.replaceFirst("^\\[(INFO|WARNING|ERROR)] (?=Tests run)", ""))
                        .matches()) {
                    System.out.println(line);
                }
            });
        }
        System.out.println("%s after %.0f s, on %s; everything said is in %s"
                .formatted(status == 0 ? "passed" : "FAILED", (System.nanoTime() - began) / 1e9, on, log));
        return status;
    }

    private static String partsOf(LocalPlatform platform) {
        return String.join(
                " · ",
                Stream.of("mongodb", "rabbitmq", "keycloak")
                        .map(name -> platform.given().containsKey(name)
                                ? platform.given().get(name)
                                : platform.description(name))
                        .toList());
    }
}
