package org.trustedtrader.acceptance.journey;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trustedtrader.acceptance.client.Platform;

/**
 * Plays the story against a running platform: {@code [--json] [--suspensions N] [--chapter N]}. Ends with 0 if every step gave
 * what the story says, with 1 if one did not, with 2 if the arguments are not understood.
 */
public final class Demo {

    private Demo() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    /** @param chapter null for all */
    private record Options(
            boolean json, int suspensions, @Nullable Chapter chapter) {

        /** @throws IllegalArgumentException if they are not understood */
        static Options of(List<String> arguments) {
            var options = new Options(false, 0, null);
            for (int i = 0; i < arguments.size(); i++) {
                options = switch (arguments.get(i)) {
                    case "--json" -> new Options(true, options.suspensions, options.chapter);
                    case "--suspensions" -> new Options(options.json, number(value(arguments, ++i)), options.chapter);
                    case "--chapter" -> new Options(options.json, options.suspensions, chapter(value(arguments, ++i)));
                    default ->
                        throw new IllegalArgumentException("usage: demo [--json] [--suspensions N] [--chapter N]");
                };
            }
            return options;
        }

        private static String value(List<String> arguments, int at) {
            return at < arguments.size() ? arguments.get(at) : "";
        }

        private static int number(String text) {
            if (!text.matches("[0-9]{1,4}")) {
                throw new IllegalArgumentException("--suspensions wants a number from 0 to 9999");
            }
            return Integer.parseInt(text);
        }

        private static Chapter chapter(String number) {
            return Chapter.numbered(number)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "There is no chapter " + number + ". The chapters are:\n" + Chapter.list()));
        }
    }

    static int run(List<String> arguments) {
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        }
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var platform = Platform.of(System.getenv());
        var steps = Journey.of(Cast.of(platform.callers(), platform.broker()), options.suspensions());
        var reporter = options.json() ? new JsonLinesReporter(out) : new TextReporter(out, options.chapter());
        var told = new StoryRunner(reporter).run(Journey.chapter(steps, options.chapter()));
        return told.getLast().ok() ? 0 : 1;
    }
}
