package org.trustedtrader.platform.web;

import org.jspecify.annotations.Nullable;
import org.trustedtrader.platform.message.Message;

/** Parameters that have two names, the documented one and one that older callers use. */
public final class ParameterNames {

    private ParameterNames() {}

    /**
     * The value under whichever of the names it was given, or null.
     *
     * @throws RequestRefusedException 400 bad-parameter if both were given
     */
    public static <T> @Nullable T either(String name, @Nullable T value, String alias, @Nullable T valueOfAlias) {
        if (value != null && valueOfAlias != null) {
            throw new RequestRefusedException(
                    RequestProblemMapper.badParameter(alias, Message.of("request.parameter-aliases", name)));
        }
        return value == null ? valueOfAlias : value;
    }
}
