package org.trustedtrader.local.command;

import java.util.List;
import org.trustedtrader.local.LauncherException;

/** One word of the command line. */
interface Command {
    String name();

    String help();

    /** What a help on this command alone says besides, each line ended; empty for nothing. */
    default String details(Checkout checkout) {
        return "";
    }

    /** Refuses arguments that the command does not know. */
    static void refuse(Command command, List<String> arguments, String... known) {
        List<String> unknown = arguments.stream()
                .filter(argument -> !List.of(known).contains(argument))
                .toList();
        if (!unknown.isEmpty()) {
            throw new LauncherException("./ttp " + command.name() + " does not know " + String.join(" ", unknown)
                    + ". See ./ttp " + command.name() + " --help.");
        }
    }

    /** @return the exit status */
    int run(Checkout checkout, List<String> arguments) throws Exception;
}
