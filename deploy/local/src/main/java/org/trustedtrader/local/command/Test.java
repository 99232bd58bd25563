package org.trustedtrader.local.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.trustedtrader.local.Maven;

/** The whole suite: compile, format check, and every test of every module. */
final class Test implements Command {
    private static final String FAST = "--fast";
    private static final String PARTS = "parts: ";
    private static final Pattern WORTH_SHOWING =
            Pattern.compile("^parts: |Tests run:|BUILD (SUCCESS|FAILURE)|^\\[ERROR]|\\[\\d+/\\d+]$");

    @Override
    public String name() {
        return "test";
    }

    @Override
    public String help() {
        return "[--fast] [MAVEN OPTION…]: every test of every module, and the format check; --fast leaves out what starts the"
                + " whole platform";
    }

    @Override
    public int run(Checkout checkout, List<String> arguments) throws Exception {
        Map<String, String> choices = new HashMap<>(Map.of("TTP_BROKER", "embedded"));
        choices.putAll(checkout.platform().settings().choices());
        System.out.println("broker: "
                + choices.getOrDefault("TTP_RABBITMQ_URL", choices.get("TTP_BROKER"))
                        .replaceFirst("//[^/@]*@", "//") + "; each module says on which parts it runs");
        long began = System.nanoTime();
        Path log = Files.createDirectories(checkout.state().resolve("logs")).resolve("test.log");
        List<String> maven = new ArrayList<>(Checkout.without(arguments, FAST));
        if (arguments.contains(FAST)) {
            maven.add("-DexcludedGroups=slow");
        }
        maven.add("verify");
        Set<String> parts = new TreeSet<>();
        int status;
        try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(log))) {
            status = new Maven(checkout.root()).run(maven, choices, line -> {
                file.println(line);
                if (line.startsWith(PARTS)) {
                    parts.add(line.substring(PARTS.length()));
                }
                if (WORTH_SHOWING.matcher(line).find()) {
                    System.out.println(line);
                }
            });
        }
        System.out.println("%s after %.0f s%s; the whole output is in %s"
                .formatted(
                        status == 0 ? "passed" : "FAILED",
                        (System.nanoTime() - began) / 1e9,
                        parts.isEmpty() ? "" : ", on " + String.join(" and on ", parts),
                        log));
        return status;
    }
}
