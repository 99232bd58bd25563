package org.trustedtrader.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a program into a session of its own, so that neither Ctrl-C nor closing the terminal reaches it. */
final class DetachedCommand {
    private static final Optional<Path> SETSID = InstalledPrograms.find("setsid");

    private DetachedCommand() {}

    static List<String> command(List<String> command) {
        List<String> detached = new ArrayList<>();
        SETSID.ifPresent(setsid -> detached.add(setsid.toString()));
        detached.addAll(command);
        return detached;
    }
}
