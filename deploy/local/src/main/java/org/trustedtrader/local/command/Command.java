package org.trustedtrader.local.command;

import java.util.List;

/** One word of the command line. */
interface Command {
    String name();

    String help();

    /** @return the exit status */
    int run(Checkout checkout, List<String> arguments) throws Exception;
}
