package org.trustedtrader.border.policy;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which lines of business fit which mode: a highway carrier's membership gives nothing by rail.
 *
 * @param byMode every mode, by which at least one line of business crosses
 */
public record ModeLines(Map<Mode, Set<String>> byMode) {

    private static final Set<String> IN_EVERY_MODE =
            Set.of("IMPORTER", "EXPORTER", "MANUFACTURER", "CUSTOMS_BROKER", "FREIGHT_FORWARDER", "WAREHOUSE_OPERATOR");

    /**
     * Of policies that do not say. A carrier fits its own mode, a courier the modes in which couriers report (highway and
     * air), a shipping agent the sea; who has no conveyance fits every mode.
     */
    public static final ModeLines DEFAULT = new ModeLines(Map.of(
            Mode.HIGHWAY, with("HIGHWAY_CARRIER", "COURIER"),
            Mode.RAIL, with("RAIL_CARRIER"),
            Mode.AIR, with("AIR_CARRIER", "COURIER"),
            Mode.MARINE, with("MARINE_CARRIER", "SHIPPING_AGENT")));

    public ModeLines {
        Map<Mode, Set<String>> copy = new EnumMap<>(Mode.class);
        for (var mode : Mode.values()) {
            var lines = byMode.get(mode);
            if (lines == null || lines.isEmpty()) {
                throw new IllegalArgumentException("No line of business fits the mode " + mode + ".");
            }
            copy.put(mode, Set.copyOf(lines));
        }
        byMode = Map.copyOf(copy);
    }

    /** Those of the lines that fit that mode. */
    Set<String> among(Set<String> lines, Mode mode) {
        var fitting = new HashSet<>(lines);
        fitting.retainAll(byMode.getOrDefault(mode, Set.of()));
        return fitting;
    }

    private static Set<String> with(String... carriers) {
        return Stream.concat(IN_EVERY_MODE.stream(), Stream.of(carriers)).collect(Collectors.toUnmodifiableSet());
    }
}
