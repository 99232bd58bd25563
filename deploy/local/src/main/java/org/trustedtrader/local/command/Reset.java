package org.trustedtrader.local.command;

import java.io.IOException;
import java.util.List;
import org.trustedtrader.local.Folders;
import org.trustedtrader.local.LauncherException;

/** Stops everything and deletes the data, after asking. */
final class Reset implements Command {

    @Override
    public String name() {
        return "reset";
    }

    @Override
    public String help() {
        return "down, and delete all data (asks, unless --yes)";
    }

    @Override
    public int run(Checkout checkout, List<String> arguments) throws IOException {
        Command.refuse(this, arguments, "--yes");
        if (!arguments.contains("--yes")) {
            if (System.console() == null || !System.console().isTerminal()) {
                throw new LauncherException(
                        "There is no terminal to ask on, so nothing was deleted. `./ttp reset --yes` deletes without asking.");
            }
            System.out.print("Delete all companies, applications and history in " + checkout.state() + "? [y/N] ");
            System.out.flush();
            String answer = System.console().readLine();
            if (answer == null || !answer.trim().equalsIgnoreCase("y")) {
                System.out.println("Nothing was deleted.");
                return 1;
            }
        }
        checkout.platform().stop();
        Folders.delete(checkout.state());
        System.out.println("Everything is stopped, and the data are deleted.");
        return 0;
    }
}
