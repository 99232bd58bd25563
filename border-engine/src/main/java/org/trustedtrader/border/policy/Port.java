package org.trustedtrader.border.policy;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A port of entry: its 4-digit office code and whether it has a FAST lane for that mode and direction.
 *
 * @param modes      the modes that it handles; that one mode where a policy does not say
 * @param directions the directions that it handles; that one direction where a policy does not say
 */
public record Port(
        String code,
        LocalizedText name,
        Mode mode,
        Direction direction,
        boolean fastLane,
        @Nullable Set<Mode> modes,
        @Nullable Set<Direction> directions) {

    public Port {
        Objects.requireNonNull(name, "name is missing");
        Objects.requireNonNull(mode, "mode is missing");
        Objects.requireNonNull(direction, "direction is missing");
        if (!code.matches("[0-9]{4}")) {
            throw new IllegalArgumentException("Port " + code + " is not four digits.");
        }
        modes = modes == null ? Set.of(mode) : Set.copyOf(modes);
        directions = directions == null ? Set.of(direction) : Set.copyOf(directions);
    }

    public Port(String code, LocalizedText name, Mode mode, Direction direction, boolean fastLane) {
        this(code, name, mode, direction, fastLane, null, null);
    }

    public boolean handles(Mode asked, Direction towards) {
        return Objects.requireNonNull(modes).contains(asked)
                && Objects.requireNonNull(directions).contains(towards);
    }
}
