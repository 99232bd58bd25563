package org.trustedtrader.acceptance.journey;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.trustedtrader.acceptance.client.Platform;

/**
 * Plays the story against a running platform: {@code [--json] [--suspensions N]}. Ends with 0 if every step gave what the
 * story says, with 1 if one did not, with 2 if the arguments are not understood.
 */
public final class Demo {

    private Demo() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int suspensions = 0;
        boolean json = false;
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--json" -> json = true;
                case "--suspensions" -> suspensions = ++i < arguments.size() ? number(arguments.get(i)) : -1;
                default -> suspensions = -1;
            }
        }
        if (suspensions < 0) {
            System.err.println("usage: demo [--json] [--suspensions N]");
            return 2;
        }
        var platform = Platform.of(System.getenv());
        var steps = Journey.of(Cast.of(platform.callers(), platform.broker()), suspensions);
        var told = new StoryRunner(json ? new JsonLinesReporter(out) : new TextReporter(out)).run(steps);
        return told.getLast().ok() ? 0 : 1;
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
    }
}
