package org.trustedtrader.local.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.trustedtrader.local.LauncherException;
import org.trustedtrader.local.LocalPlatform;

/** Checks the whole history offline, with the public key alone; starts nothing but the database, if that is down. */
final class VerifyHistory implements Command {
    private static final String PROGRAM = "org.trustedtrader.platform.audit.HistoryVerifier";
    private static final String QUIET = "deploy/local/src/main/resources/org/trustedtrader/local/quiet-logback.xml";
    private static final String JAR = "enrolment-service";

    @Override
    public String name() {
        return "verify-history";
    }

    @Override
    public String help() {
        return "find any change of history made behind the platform's back; exit status 1 if there is one";
    }

    @Override
    public int run(Checkout checkout, List<String> arguments) throws Exception {
        Command.refuse(this, arguments);
        LocalPlatform database = checkout.platform(List.of("mongodb"));
        boolean given = database.names().isEmpty();
        if (!given && !Files.isDirectory(checkout.state().resolve("data/mongodb"))) {
            throw new LauncherException("There is no history here: nothing was started in " + checkout.root()
                    + " yet. For a database elsewhere set TTP_MONGODB_URI; for containers run"
                    + " `docker compose run --rm verify-history`.");
        }
        Build build = new Build(checkout.root());
        build.bringUpToDate(List.of(JAR));
        boolean wasRunning = given || database.names().stream().allMatch(database::alive);
        if (!wasRunning) {
            database.start(new ConsoleProgress());
        }
        try {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-Dlogback.configurationFile=" + checkout.root().resolve(QUIET),
                            "-Dloader.main=" + PROGRAM,
                            "-cp",
                            build.jar(JAR).orElseThrow().toString(),
                            "org.springframework.boot.loader.launch.PropertiesLauncher",
                            database.url("mongodb"),
                            "ttp_",
                            database.settings().historyHeads().toString(),
                            database.settings().historyPublicKey())
                    .inheritIO()
                    .start()
                    .waitFor();
        } finally {
            if (!wasRunning) {
                database.stop("mongodb");
            }
        }
    }
}
