package org.trustedtrader.border.policy;

import java.util.Objects;

/** A port of entry: its 4-digit office code and whether it has a FAST lane for that mode and direction. */
public record Port(String code, LocalizedText name, Mode mode, Direction direction, boolean fastLane) {

    public Port {
        Objects.requireNonNull(name, "name is missing");
        Objects.requireNonNull(mode, "mode is missing");
        Objects.requireNonNull(direction, "direction is missing");
        if (!code.matches("[0-9]{4}")) {
            throw new IllegalArgumentException("Port " + code + " is not four digits.");
        }
    }
}
