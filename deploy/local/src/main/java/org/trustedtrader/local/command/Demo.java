package org.trustedtrader.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.trustedtrader.local.LauncherException;
import org.trustedtrader.local.LocalPlatform;
import org.trustedtrader.local.PlatformPlan;

/** Starts the platform if it does not run, then plays the whole story through its gateway. */
final class Demo implements Command {
    private static final String MODULE = "acceptance";
    /** The titles of the chapters, a line each, from number 0 on. */
    private static final Path CHAPTERS =
            Path.of(MODULE, "src/main/resources/org/trustedtrader/acceptance/journey/chapters.txt");

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String help() {
        return "[--json] [--suspensions N] [--chapter N]: `up` if needed, then the whole story, step by step, or one chapter after what it needs;"
                + " with TTP_GATEWAY_URL against a platform elsewhere";
    }

    @Override
    public String details(Checkout checkout) {
        return "--json          a line of JSON for each step, for programs\n"
                + "--suspensions N measure N suspensions more, each until the border refuses the member (0 to 9999)\n"
                + "--chapter N     one chapter, after what it needs\n\nThe chapters are:\n" + list(chapters(checkout))
                + "\n";
    }

    @Override
    public int run(Checkout checkout, List<String> arguments) throws Exception {
        requireKnownChapter(checkout, arguments);
        LocalPlatform platform = checkout.platform();
        boolean elsewhere = platform.settings().find("TTP_GATEWAY_URL").isPresent();
        if (!elsewhere) {
            start(checkout, platform, arguments.contains("--json"));
        }
        Build build = new Build(checkout.root());
        StandardOutput.toStandardErrorIf(arguments.contains("--json"), () -> build.bringUpToDate(List.of(MODULE)));
        Path jar = build.jar(MODULE).orElseThrow();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-jar"));
        command.add(jar.toString());
        command.addAll(arguments);
        ProcessBuilder demo =
                new ProcessBuilder(command).directory(checkout.root().toFile()).inheritIO();
        if (!elsewhere) {
            demo.environment().putAll(checkout.addresses(platform));
        }
        return demo.start().waitFor();
    }

    /** Before anything is started. */
    private static void requireKnownChapter(Checkout checkout, List<String> arguments) {
        int at = arguments.indexOf("--chapter");
        if (at < 0) {
            return;
        }
        List<String> chapters = chapters(checkout);
        String number = at + 1 < arguments.size() ? arguments.get(at + 1) : "";
        if (!number.matches("0|[1-9][0-9]{0,3}") || Integer.parseInt(number) >= chapters.size()) {
            throw new LauncherException("There is no chapter '" + number + "'. The chapters are:\n" + list(chapters));
        }
    }

    private static List<String> chapters(Checkout checkout) {
        try {
            return Files.readAllLines(checkout.root().resolve(CHAPTERS));
        } catch (IOException e) {
            throw new LauncherException("The chapters of the story cannot be read: " + e.getMessage(), e);
        }
    }

    private static String list(List<String> chapters) {
        return IntStream.range(0, chapters.size())
                .mapToObj(number -> "%4d  %s".formatted(number, chapters.get(number)))
                .collect(Collectors.joining("\n"));
    }

    /** Starts what does not run. With {@code --json} standard output holds JSON only. */
    private static void start(Checkout checkout, LocalPlatform platform, boolean json) throws Exception {
        if (platform.running().isEmpty() && platform.anotherAnswers()) {
            throw new LauncherException("A platform that was not started here, such as containers, answers at "
                    + platform.settings().gatewayUrl() + ". To play the story against it, set TTP_GATEWAY_URL="
                    + platform.settings().gatewayUrl() + " and, where they differ from the defaults, TTP_ISSUER and"
                    + " TTP_RABBITMQ_URL; --port-base N starts a platform of its own on other ports.");
        }
        if (!platform.names().stream().allMatch(platform::ready)) {
            StandardOutput.toStandardErrorIf(json, () -> Up.start(checkout, PlatformPlan.ALL));
        }
    }
}
