package org.trustedtrader.border.trader;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kinds of identifier, each with its one written form: capitals, no blanks, ASCII only. */
public enum Scheme {
    BN9("[0-9]{9}"),
    BN15("[0-9]{9}R[A-Z][0-9]{4}"),
    CARRIER_CODE("[A-Z0-9]{4}"),
    TIN("[A-Z]{2}[A-Z0-9]{1,15}"),
    MEMBERSHIP("PIP-[0-9A-F]{8}"),
    DRIVER_CARD("[A-Z0-9]{6,15}");

    private static final Map<String, Scheme> BY_NAME = byName();

    private final Pattern form;

    Scheme(String form) {
        this.form = Pattern.compile(form);
    }

    public boolean admits(String value) {
        return form.matcher(value).matches();
    }

    /** The scheme of that name, {@code CARRIER_CODE} or as paths have it {@code carrier-code}; null if there is none. */
    public static @Nullable Scheme named(String name) {
        return BY_NAME.get(name);
    }

    private static Map<String, Scheme> byName() {
        var names = new HashMap<String, Scheme>();
        for (var scheme : values()) {
            names.put(scheme.name(), scheme);
            names.put(scheme.name().toLowerCase(Locale.ROOT).replace('_', '-'), scheme);
        }
        return Map.copyOf(names);
    }
}
