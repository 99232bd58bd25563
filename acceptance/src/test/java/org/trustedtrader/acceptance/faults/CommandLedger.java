package org.trustedtrader.acceptance.faults;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** How many commands were accepted (2xx), by the aggregate that they made or changed. */
final class CommandLedger {

    private final Map<String, Integer> commands = new ConcurrentHashMap<>();

    void note(HttpRequest request, HttpResponse<?> response) {
        var path = request.uri().getPath();
        if (request.method().equals("GET")
                || response.statusCode() / 100 != 2
                || path.startsWith("/v1/crossings")
                || path.startsWith("/v1/eligibility")) {
            return;
        }
        var made = response.headers().firstValue("Location").filter(location -> isCollection(path));
        commands.merge(aggregate(made.orElse(path)), 1, Integer::sum);
    }

    int total() {
        return commands.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Accepted commands by address, of aggregates of that noun. */
    Map<String, Integer> of(String noun) {
        var found = new TreeMap<String, Integer>();
        commands.forEach((address, count) -> {
            if (address.startsWith("/v1/" + noun + "/")) {
                found.put(address, count);
            }
        });
        return found;
    }

    private static boolean isCollection(String path) {
        return path.chars().filter(c -> c == '/').count() == 2;
    }

    private static String aggregate(String path) {
        return Arrays.stream(path.replaceFirst("^https?://[^/]+", "").split("/"))
                .limit(4)
                .collect(Collectors.joining("/"));
    }
}
