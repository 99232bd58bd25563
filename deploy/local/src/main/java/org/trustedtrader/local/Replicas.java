package org.trustedtrader.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The programs of ours of which several may run: the second one of {@code benefits} is named {@code benefits-2}, which is
 * also the name of its log, of its port setting and of its queues.
 */
final class Replicas {
    static final String SETTING = "TTP_BENEFITS_REPLICAS";
    private static final String SERVICE = "benefits";
    private static final Map<String, LocalPort> FURTHER =
            Map.of("benefits-2", LocalPort.BENEFITS_2, "benefits-3", LocalPort.BENEFITS_3);
    private static final Map<String, LocalPort> ENTRANCES =
            Map.of(SERVICE, LocalPort.BORDER, "benefits-2", LocalPort.BORDER_2, "benefits-3", LocalPort.BORDER_3);
    private static final int MOST = FURTHER.size() + 1;

    private Replicas() {}

    static int wanted(LocalSettings settings) {
        String text = settings.find(SETTING).orElse("1");
        if (!text.matches("[1-" + MOST + "]")) {
            throw new LauncherException(SETTING + " is '" + text + "'; one machine runs 1 to " + MOST + ".");
        }
        return Integer.parseInt(text);
    }

    /** The same names, and behind the service those of its further replicas. */
    static List<String> included(List<String> names, int wanted) {
        List<String> all = new ArrayList<>();
        for (String name : names) {
            all.add(name);
            if (name.equals(SERVICE)) {
                further(2, wanted).forEach(all::add);
            }
        }
        return all;
    }

    /** Those that may still run from a start that wanted more. */
    static List<String> beyond(int wanted) {
        return further(wanted + 1, MOST).toList();
    }

    static String serviceOf(String name) {
        return FURTHER.containsKey(name) ? SERVICE : name;
    }

    static LocalPort portOf(String name) {
        return FURTHER.containsKey(name) ? FURTHER.get(name) : LocalPort.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Where border systems ask it; only replicas of the border service have such a port. */
    static Optional<LocalPort> entrancePortOf(String name) {
        return Optional.ofNullable(ENTRANCES.get(name));
    }

    private static Stream<String> further(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> SERVICE + "-" + i);
    }
}
