package org.trustedtrader.platform.secret;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The demonstration's secrets are public: they all start with {@code demo-only-}, alone or as the password in an address. */
public final class DemoSecrets {

    private static final String MARK = "demo-only-";
    private static final Pattern SECRET = Pattern.compile("(^|:)" + MARK);

    private DemoSecrets() {}

    /**
     * The name of a setting that has a demonstration's secret, if there is one.
     *
     * @param settings the names of the settings
     * @param raw      a setting's value as it is written
     * @param resolved the same with its placeholders filled in
     */
    public static Optional<String> find(
            Iterable<String> settings,
            Function<String, @Nullable Object> raw,
            Function<String, @Nullable String> resolved) {
        for (String name : settings) {
            Object value = raw.apply(name);
            if (value != null && value.toString().contains(MARK) && !name.startsWith("sun.java.")) {
                String used = resolved.apply(name);
                if (used != null && SECRET.matcher(used).find()) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    /** What an operator is to do. */
    public static String remedy(String setting) {
        return "Set " + setting
                + " to a secret of your own. Only for a demonstration, where everybody may know the secrets, start with"
                + " SPRING_PROFILES_ACTIVE=demo.";
    }
}
