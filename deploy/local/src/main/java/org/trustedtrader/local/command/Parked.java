package org.trustedtrader.local.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustedtrader.local.LauncherException;
import org.trustedtrader.local.LocalPlatform;
import tools.jackson.databind.JsonNode;

/** Messages that could not be handled: what they are, why, and another try, as the demo's operator. */
final class Parked implements Command {
    private static final List<String> SERVICES = List.of("enrolment", "assessment", "validation", "benefits");
    private static final String OPERATOR = "oscar.operator";

    @Override
    public String name() {
        return "parked";
    }

    @Override
    public String help() {
        return "[list | replay SERVICE ID]: messages that could not be handled";
    }

    @Override
    public int run(Checkout checkout, List<String> arguments) throws Exception {
        LocalPlatform platform = checkout.platform();
        OperatorClient operator = OperatorClient.signIn(platform.settings(), OPERATOR);
        if (arguments.size() == 3 && arguments.getFirst().equals("replay")) {
            operator.post("/v1/operations/" + arguments.get(1) + "/parked/" + arguments.get(2) + "/replay");
            System.out.println("Handled.");
            return 0;
        }
        if (!arguments.isEmpty() && !arguments.equals(List.of("list"))) {
            throw new LauncherException("./ttp parked [list | replay SERVICE ID], SERVICE is one of " + SERVICES + ".");
        }
        int open = 0;
        int silent = 0;
        for (String service : SERVICES) {
            try {
                open += show(service, operator.get("/v1/operations/" + service + "/parked"));
            } catch (LauncherException trouble) {
                System.err.println(trouble.getMessage());
                silent++;
            }
        }
        System.out.println(open + " parked.");
        return silent > 0 ? 1 : open > 0 ? 3 : 0;
    }

    /** @return how many still wait */
    private static int show(String service, JsonNode answer) {
        int open = 0;
        for (JsonNode message : answer.path("items")) {
            print(service, message);
            open += message.path("state").asString().equals("PARKED") ? 1 : 0;
        }
        return open;
    }

    private static void print(String service, JsonNode message) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (String field : List.of("id", "state", "parkedAt", "type", "subject", "attempts", "reason")) {
            shown.put(field, message.path(field).asString());
        }
        System.out.println(service + "  " + String.join("  ", shown.values()));
    }
}
