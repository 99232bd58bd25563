package org.trustedtrader.platform.aggregate;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustedtrader.platform.refusal.Refusal;

/** Refuses a command in a wrong state; the refusal names the present state and the states in which it is possible. */
public final class StateGuard {

    private StateGuard() {}

    /**
     * @param command what was tried, as it follows "cannot": {@code "suspend the membership"}
     * @throws Refusal.WrongState unless the state is one of those
     */
    @SafeVarargs
    public static <S extends Enum<S>> void require(String command, S state, S first, S... more) {
        require(command, state, EnumSet.of(first, more));
    }

    /** @see #require(String, Enum, Enum, Enum[]) */
    public static <S extends Enum<S>> void require(String command, S state, Set<S> possible) {
        if (!possible.contains(state)) {
            throw new Refusal.WrongState(
                    command,
                    state.name(),
                    possible.stream().sorted().map(Enum::name).collect(Collectors.joining(", ")));
        }
    }
}
