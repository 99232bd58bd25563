package org.trustedtrader.local.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.trustedtrader.local.LauncherException;
import org.trustedtrader.local.LocalPort;

/** The program behind {@code ./ttp}. */
public final class Ttp {
    private static final List<Command> COMMANDS = List.of(
            new Up(),
            new Down(),
            new Demo(),
            new LaneExample(),
            new Test(),
            new Bench(),
            new Status(),
            new Logs(),
            new Reset(),
            new VerifyHistory(),
            new Parked());

    private Ttp() {}

    public static void main(String[] arguments) {
        int status;
        try {
            Path root = Path.of(System.getProperty("ttp.root", ".")).toRealPath();
            status = run(root, new ArrayList<>(List.of(arguments)));
        } catch (LauncherException trouble) {
            System.out.flush();
            System.err.println(trouble.getMessage());
            status = 1;
        } catch (Exception e) {
            System.err.println("The launcher itself failed; please report this:");
            e.printStackTrace();
            status = 2;
        }
        System.exit(status);
    }

    static int run(Path root, List<String> arguments) throws Exception {
        Checkout checkout = new Checkout(root, overrides(arguments));
        if (arguments.isEmpty()) {
            System.out.println(help());
            return 0;
        }
        String word = arguments.removeFirst();
        if (List.of("--help", "-h", "help").contains(word)) {
            System.out.println(help());
            return 0;
        }
        for (Command command : COMMANDS) {
            if (command.name().equals(word)) {
                if (arguments.contains("--help") || arguments.contains("-h")) {
                    System.out.println("./ttp " + command.name() + " " + command.help() + "\n"
                            + command.details(checkout) + settings());
                    return 0;
                }
                return command.run(checkout, List.copyOf(arguments));
            }
        }
        System.err.println("There is no command '" + word + "'.\n\n" + help());
        return 64;
    }

    private static Map<String, String> overrides(List<String> arguments) {
        Map<String, String> overrides = new HashMap<>();
        takeNumber(arguments, "--port-base", "18080").ifPresent(base -> {
            for (LocalPort port : LocalPort.values()) {
                overrides.put(port.setting(), Integer.toString(base + port.ordinal()));
            }
        });
        takeNumber(arguments, "--replicas", "3")
                .ifPresent(count -> overrides.put("TTP_BENEFITS_REPLICAS", Integer.toString(count)));
        return overrides;
    }

    /** The number behind a flag; both are taken out of the arguments. */
    private static OptionalInt takeNumber(List<String> arguments, String flag, String example) {
        int at = arguments.indexOf(flag);
        if (at < 0) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(arguments.get(at + 1));
            arguments.subList(at, at + 2).clear();
            return OptionalInt.of(number);
        } catch (RuntimeException e) {
            throw new LauncherException(flag + " wants a number, such as " + flag + " " + example + ".", e);
        }
    }

    private static String help() {
        StringBuilder text = new StringBuilder("./ttp COMMAND\n");
        COMMANDS.forEach(command -> text.append("  %-15s %s%n".formatted(command.name(), command.help())));
        return text.append(settings()).toString();
    }

    private static String settings() {
        StringBuilder text = new StringBuilder(
                "\nEvery port is a setting (environment or ttp.properties), or --port-base N moves them all:\n ");
        for (LocalPort port : LocalPort.values()) {
            text.append(' ').append(port.setting()).append('=').append(port.usual());
        }
        return text.append("\nTTP_BENEFITS_REPLICAS=1…3, or --replicas N, is how many border replicas run.")
                .append("\nTTP_MONGODB_URI, TTP_RABBITMQ_URL and TTP_ISSUER point at parts that run already; ")
                .append("TTP_DATABASE=embedded|mongod and TTP_BROKER=embedded|rabbitmq choose what is started.")
                .toString();
    }
}
