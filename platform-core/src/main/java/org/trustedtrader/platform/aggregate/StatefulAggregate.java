package org.trustedtrader.platform.aggregate;

import java.time.Instant;
import java.util.Set;
import org.trustedtrader.platform.refusal.Refusal;

/** An aggregate with a state; each verb leads from certain states to another one. */
public abstract class StatefulAggregate<S extends Enum<S>> extends Aggregate {

    private S state;

    protected StatefulAggregate(Stored stored, S state) {
        super(stored);
        this.state = state;
    }

    public final S state() {
        return state;
    }

    /** Moves to the next state and returns the change, which the verb still has to record. */
    protected final Change to(S next, String name, Actor actor, Instant at) {
        var change = Change.between(state, next, name, actor, at);
        state = next;
        return change;
    }

    /** A change that leaves the state as it is, still to be recorded. */
    protected final Change within(String name, Actor actor, Instant at) {
        return Change.within(state.name(), name, actor, at);
    }

    /**
     * @param command what was tried, as it follows "cannot": {@code "suspend the membership"}
     * @throws Refusal.WrongState unless the state is one of those
     */
    @SafeVarargs
    protected final void require(String command, S first, S... more) {
        StateGuard.require(command, state, first, more);
    }

    /** @see #require(String, Enum, Enum[]) */
    protected final void require(String command, Set<S> possible) {
        StateGuard.require(command, state, possible);
    }
}
